package mcnet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexFileTest {

    @Test
    void readsWhatItWrote() throws IOException {
        assertEquals(TestIndex.INDEX, rewritten(TestIndex.INDEX));
    }

    @Test
    void keepsEveryTypeThereIs() throws IOException {
        List<Type> types = List.of(new Type.Text(), new Type.Path(), new Type.Whole(-1, Long.MAX_VALUE),
                new Type.Truth(), new Type.Nic(), new Type.Domain(), new Type.Address(Family.ANY),
                new Type.Interface(Family.IPV4), new Type.Subnet(Family.IPV6), new Type.Range(Family.ANY),
                new Type.Mac(), new Type.Duration(), new Type.Duration(9, 65535), new Type.Secret(), new Type.Label(),
                new Type.Words(List.of("none", "auto")), new Type.Reference("uplink"),
                new Type.ListOf(new Type.ListOf(new Type.Mac())),
                new Type.Either(List.of(new Type.ListOf(new Type.Truth()), new Type.Words(List.of("x")))));
        List<Attribute> attributes = new ArrayList<>();
        for (Type type : types)
            attributes.add(new Attribute("a" + attributes.size(), type, "",
                    new ServerKey("k", "x", "y", "z"), Set.of(AttributeTrait.values())));
        ServerObject server = new ServerObject("forwards", "ovn", "network", Set.of("ovn", "bridge"), "listen_address",
                "network forward", "network_forward",
                new ConfigKeys("network-forward", "forwards", ConfigKeys.Own.SERVER));
        Index index = Index.of(List.of(new Kind("all", new KindDoc("words", "example"),
                Placement.TOP.unnamed().naming(NamingRule.HOSTNAME).namespace(Namespace.ZONES),
                new Contents(attributes, List.of(new Block("b.c", "d", List.of("none")), new Block("e", "", List.of())),
                        List.of(StatementKinds.values()), List.of()),
                server, new KindRoles(2, Optional.of("$"), true, 3, true), "", false)));
        assertEquals(Type.class.getPermittedSubclasses().length,
                types.stream().map(Object::getClass).distinct().count());
        assertEquals(index, rewritten(index));
    }

    private static Index rewritten(Index index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IndexFile.write(index, out);
        return IndexFile.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
