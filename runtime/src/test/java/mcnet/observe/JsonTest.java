package mcnet.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans are compared as values: neither the order of members nor the node of a number makes a difference. */
class JsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | {"steps": [{"n": 1, "id": "a"}], "format": 1}
            true  | {"format": 1.0, "steps": [{"id": "a", "n": 1}]}
            false | {"format": 1, "steps": [{"id": "a", "n": 2}]}
            false | {"format": 1, "steps": [{"id": "a", "n": "1"}]}
            false | {"format": 1, "steps": [{"id": "a"}]}
            false | {"format": 1, "steps": [{"id": "a", "n": 1}, {"id": "b", "n": 2}]}
            """)
    void valuesAreCompared(boolean same, String text) throws IOException {
        ObjectNode counted = JsonNodeFactory.instance.objectNode().put("format", 1L);
        counted.putArray("steps").addObject().put("id", "a").put("n", 1L);
        assertEquals(same, Json.same(counted, Json.read(text)));
        assertEquals(same, Json.same(Json.read(text), counted));
    }
}
