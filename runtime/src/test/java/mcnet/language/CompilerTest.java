package mcnet.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mcnet.diagnostic.Source;
import mcnet.model.ClusterConnection;
import mcnet.model.Declaration;
import mcnet.model.Program;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;

class CompilerTest {
    private static final String SHOP = """
            program shop
            network web { uplink = public  ipv4 { address = 10.42.1.1/24  nat = true }  ipv6 = none
              user { team = "web" } lxd { tunnel.far.ttl = 1 } }
            """;
    private static final String SITE = """
            cluster berlin {
              ssh { user = "root"  identity = "~/.ssh/id_ed25519" }
              member micro1 { address = 10.77.0.1  underlay = 10.88.0.1 }
              member micro2 { ssh { user = "admin" } }
            }
            uplink public {
              nic = eth0
              on micro2 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
              dns = [198.51.100.1]
            }
            """;

    @Test
    void severalSourcesAreOneProgram() {
        Program program = compile(SHOP, SITE);
        assertEquals("shop", program.name());
        assertEquals(List.of("network web", "cluster berlin", "uplink public"),
                program.declarations().stream().map(Declaration::title).toList());
    }

    @Test
    void settingsAreCanonicalTextsByTheirPaths() {
        Program program = compile(SHOP, SITE);
        Declaration uplink = program.find("uplink", "public").orElseThrow();
        assertEquals("198.51.100.100-198.51.100.119", uplink.setting("ipv4.ranges").orElseThrow().value().text());
        assertEquals("eth0", uplink.setting("nic", "micro1").orElseThrow().value().text());
        assertEquals("enp5s0", uplink.setting("nic", "micro2").orElseThrow().value().text());
        Declaration web = program.find("network", "web").orElseThrow();
        assertEquals("{uplink=public, ipv4=true, ipv4.address=10.42.1.1/24, ipv4.nat=true, ipv6=none, user.team=web, "
                + "lxd.tunnel.far.ttl=1}", texts(web));
    }

    @Test
    void aMembersOwnSshWinsWordByWord() {
        ClusterConnection cluster = compile(SHOP, SITE).clusters().getFirst();
        assertEquals("10.77.0.1", cluster.member("micro1").orElseThrow().host());
        assertEquals("micro2", cluster.member("micro2").orElseThrow().host());
        assertEquals("admin", cluster.member("micro2").orElseThrow().ssh().user().orElseThrow());
        assertEquals("~/.ssh/id_ed25519", cluster.member("micro2").orElseThrow().ssh().identity().orElseThrow());
    }

    private static String texts(Declaration declaration) {
        var texts = new java.util.LinkedHashMap<String, String>();
        declaration.settings().forEach((path, setting) -> texts.put(path, setting.value().text()));
        return texts.toString();
    }

    private static Program compile(String... texts) {
        List<Source> sources = java.util.stream.IntStream.range(0, texts.length)
                .mapToObj(i -> new Source("f" + i + ".mcnet", texts[i]))
                .toList();
        CompiledPrograms compiled = Compiler.compile(sources, TestIndex.INDEX);
        assertEquals(List.of(), compiled.diagnostics());
        return compiled.perCluster().getFirst().program();
    }
}
