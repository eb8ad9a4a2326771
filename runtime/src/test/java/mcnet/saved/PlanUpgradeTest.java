package mcnet.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.plan.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanUpgradeTest {
    private static final String PLAN = """
            {"format": %d, "program": "shop", "changes": [{"kind": "network", "name": "web", "differences":
             [{"attribute": "mtu", "before": "1500", "after": "1442", "reason": "%s"}]}],
             "steps": [{"id": "1", "%s": ["network web is as declared"]}]}""";

    private static JsonNode plan(int format, String reason, String checks) {
        try {
            return new ObjectMapper().readTree(PLAN.formatted(format, reason, checks));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"absent,missing", "differs,different", "no-longer-said,no-longer-declared",
            "already-absent,already-unset", "newly-said,newly-declared"})
    void theOlderWordsAreRead(String before, String today) {
        assertEquals(plan(2, today, "checks"), PlanUpgrade.of(plan(1, before, "proofs")));
        Set<String> known = Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.toSet());
        assertEquals(true, known.contains(today));
    }

    @Test
    void thatOfTodayStaysAsItIs() {
        JsonNode plan = plan(2, "missing", "checks");
        assertSame(plan, PlanUpgrade.of(plan));
    }
}
