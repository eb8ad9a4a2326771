package mcnet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpTest {
    @Test
    void readsAddressesOfBothFamilies() {
        assertEquals("10.42.1.1/24", Ip.read("10.42.1.1/24").toCanonicalString());
        assertEquals("fd42::1", Ip.read("FD42:0::1").toCanonicalString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "10.42.1.1/9999999999", "10.42.1.1/2895118335", "fd42::1/4294967295", "10.42.1.999",
            "10.42.1.1/129", "\u001b[2J"})
    void readsNothingElse(String text) {
        assertNull(Ip.read(text));
    }
}
