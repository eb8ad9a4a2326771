package mcnet.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcnet.schema.TestIndex;
import mcnet.schema.Type;
import org.junit.jupiter.api.Test;

/** Commas of lists (and of nothing else; {@code otherwise} of a forward is one address) have a blank behind them, those of texts are as somebody wrote them. */
class ChangeTextTest {

    @Test
    void everyTextIsKnownAsOne() {
        List<String> unknown = TestIndex.INDEX.kinds().values().stream().flatMap(k -> k.attributes().stream())
                .filter(a -> a.type() instanceof Type.Text && !a.key().isEmpty()).map(a -> a.path())
                .filter(path -> !ChangeText.isText(path) && !path.equals("otherwise")).distinct().toList();
        assertEquals(List.of(), unknown);
        assertTrue(ChangeText.isText("user.team") && ChangeText.isText("lxd.ipv4.dhcp.expiry"));
        assertTrue(!ChangeText.isText("ipv4.ranges") && !ChangeText.isText("acls"));
    }
}
