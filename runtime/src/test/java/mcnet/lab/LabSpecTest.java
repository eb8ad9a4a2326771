package mcnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import mcnet.lab.engine.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabSpecTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "1lab", "my_lab", "a/b", "abcdefghijklmnopqrstuvwxyzabcde"})
    void refusesNamesThatTheEngineCouldNotHave(String name) {
        assertThrows(LabException.class, () -> LabSpec.named(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, -1})
    void refusesSizes(int members) {
        assertThrows(LabException.class, () -> LabSpec.named("lab").members(members));
    }

    @Test
    void leavesTheSizeOpen() {
        assertEquals(OptionalInt.empty(), LabSpec.named("lab").members());
        assertEquals(OptionalInt.of(5), LabSpec.named("lab").members(5).members());
    }
}
