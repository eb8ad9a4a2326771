package mcnet.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server may answer anything; what has not the shape of LXD's answers is no answer. */
class ObservationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /1.0                                     | {}           | 200
            /1.0                                     | []           | 502
            /1.0/instances/web?project=acme          | {}           | 200
            /1.0/instances/web                       | []           | 502
            /1.0/networks/web/peers/db               | "db"         | 502
            /1.0/networks/web/state                  | {}           | 200
            /1.0/networks?recursion=1                | [{}]         | 200
            /1.0/networks?recursion=1                | {}           | 502
            /1.0/networks?recursion=1                | ["web"]      | 502
            /1.0/networks                            | ["web"]      | 200
            /1.0/cluster/members                     | ["micro1"]   | 200
            /1.0/operations?recursion=1              | {"running":[]} | 200
            """)
    void ofAnotherShapeIsAFailure(String path, String metadata, int status) throws IOException {
        JsonNode value = Json.read(metadata);
        Query query = Query.cluster(path);
        Observation observation = new Observation(new LinkedHashMap<>(Map.of(query, Answer.of(value))));
        assertEquals(status, observation.of(query).status());
    }
}
