package mcnet.lxd.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import mcnet.model.Ip;
import org.junit.jupiter.api.Test;

/** A set of addresses is the same set however somebody wrote it, and never loses a whole family on the server. */
class AddressSetsTest {
    private static final int CASES = 300;

    @Test
    void networksAndRangesHaveTheAddressesThatWereWritten() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            BitSet written = new BitSet();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                int first = random.nextInt(256);
                int last = Math.min(255, first + random.nextInt(40));
                int length = 24 + random.nextInt(9);
                int size = 1 << (32 - length);
                boolean range = random.nextBoolean();
                text.append(text.isEmpty() ? "" : ",").append(range
                        ? "10.0.0." + first + "-10.0.0." + last
                        : "10.0.0." + first + "/" + length);
                written.set(range ? first : first / size * size, range ? last + 1 : first / size * size + size);
            }
            String normal = AddressSets.normal(text.toString());
            assertEquals(written, members(normal), text::toString);
            assertEquals(normal, AddressSets.normal(normal), text::toString);
        }
    }

    private static BitSet members(String addresses) {
        BitSet members = new BitSet();
        for (int host = 0; host < 256; host++) {
            var address = Ip.read("10.0.0." + host);
            members.set(host, Arrays.stream(addresses.split(",")).anyMatch(a -> Ip.read(a).contains(address)));
        }
        return members;
    }

    @Test
    void whatIsSentHasBothFamiliesAndIsReadBackAsItWas() {
        for (String addresses : List.of("", "10.0.0.1", "fd00::/64", "10.0.0.0/24,fd00::1")) {
            ObjectNode keyed = JsonNodeFactory.instance.objectNode().put("description", "d");
            keyed.putObject("config").put("user.team", "web");
            if (!addresses.isEmpty()) keyed.withObject("/config").put(AddressSets.ADDRESSES, addresses);
            JsonNode sent = AddressSets.body(keyed);
            List<String> all = sent.path(AddressSets.ADDRESSES).valueStream().map(JsonNode::asText).toList();
            assertTrue(all.stream().anyMatch(a -> a.contains(":")) && all.stream().anyMatch(a -> a.contains(".")),
                    all::toString);
            assertEquals(keyed, AddressSets.keyed(sent));
            assertEquals(addresses.isEmpty() ? 0 : addresses.split(",").length,
                    AddressSets.bare(keyed).path(AddressSets.ADDRESSES).size());
        }
    }
}
