package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of docs/microcloud.md: each thing that MicroCloud asks about networks is in the file that mcnet makes of a
 * preseed, or is named as what it does not say.
 */
class PreseedPageTest {
    /** All keys that MicroCloud 3.2 reads ({@code cmd/microcloud/preseed.go Preseed, System, InitNetwork, CephOptions}). */
    private static final Set<String> NETWORKS = Set.of("systems.name", "systems.address",
            "systems.ovn_uplink_interface",
            "systems.ovn_underlay_ip", "ovn.ipv4_gateway", "ovn.ipv4_range", "ovn.ipv6_gateway", "ovn.dns_servers",
            "ceph.public_network", "ceph.internal_network", "lookup_subnet", "initiator", "initiator_address");
    private static final String FULL = """
            initiator_address: 10.77.1.1
            session_passphrase: not-a-secret
            systems:
            - name: micro1
              address: 10.77.1.1
              ovn_uplink_interface: eth0
              ovn_underlay_ip: 10.88.1.1
            - name: micro2
              address: 10.77.1.2
              ovn_uplink_interface: eth0
              ovn_underlay_ip: 10.88.1.2
            - name: micro3
              address: 10.77.1.3
              ovn_uplink_interface: enp5s0
              ovn_underlay_ip: 10.88.1.3
            ovn:
              ipv4_gateway: 198.18.1.1/24
              ipv4_range: 198.18.1.100-198.18.1.149
              ipv6_gateway: 2001:db8:1::1/64
              dns_servers: 198.18.1.1
            """;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    Path folder;

    private record Row(String keys, String file) {
        Set<String> named() {
            return new TreeSet<>(CODE.matcher(keys).results().map(m -> m.group(1)).toList());
        }
    }

    private static List<Row> rows() throws IOException {
        String text = Files.readString(Mcnet.HOME.resolve("docs/microcloud.md"));
        String table = text.substring(text.indexOf("| MicroCloud asks |"));
        return table.substring(0, table.indexOf("\n\n")).lines().skip(2).map(line -> line.split(" \\| "))
                .map(cells -> new Row(cells[1], cells[2].replaceAll(" \\|$", ""))).toList();
    }

    private String imported(String preseed) throws IOException {
        Path yaml = Files.writeString(folder.resolve("preseed.yaml"), preseed);
        ImportedCluster.Result made = ImportedCluster.run("import", "--from-preseed", yaml.toString());
        assertEquals(0, made.status(), made::toString);
        return made.out();
    }

    @Test
    void itNamesEachKeyAboutNetworks() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Row row : rows()) if (!row.keys().startsWith("no ")) named.addAll(row.named());
        assertEquals(new TreeSet<>(NETWORKS), named);
    }

    @Test
    void whatItShowsStandsInTheFile() throws IOException {
        String text = imported(FULL).replaceAll(" +", " ");
        assertAll(rows().stream().filter(row -> !row.file().startsWith("not said: "))
                .flatMap(row -> CODE.matcher(row.file()).results().map(MatchResult::group))
                .map(code -> () -> assertTrue(text.contains(code.replace("`", "")), code + " in " + text)));
    }

    @Test
    void whereThereIsNoOvnTheFanIsNamed() throws IOException {
        String text = imported(FULL.replaceAll("(?m)^ *(ovn|ipv|dns)[^\n]*\n", ""));
        assertTrue(text.contains("MicroCloud then creates the fan network lxdfan0"), text);
        assertEquals(Optional.empty(), text.lines().filter(l -> l.startsWith("uplink ")).findFirst());
    }
}
