package mcnet.preseed;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Ip;
import mcnet.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a preseed says of disks and of Ceph. No program has it, but MicroCloud refuses the whole preseed for it
 * ({@code cmd/microcloud/preseed.go validate}).
 */
record DiskSection(YamlText yaml, MappingNode root, List<Diagnostic> found) {

    void check() {
        List<Node> systems = list(root, "systems");
        List<Node> local = list(value(root, "storage"), "local");
        List<Node> remote = list(value(root, "storage"), "ceph");
        List<Node> without = systems.stream().filter(s -> text(value(value(s, "storage"), "local"), "path").isEmpty())
                .toList();
        if (!without.isEmpty() && without.size() < systems.size() && local.isEmpty())
            wrong(without.getFirst(), "system " + text(without.getFirst(), "name")
                    + " has no local disk, but other systems have one",
                    "either all systems have a local disk"
                            + " or none",
                    "add storage: { local: { path: … } } to it or remove it from the others");
        boolean ceph = !remote.isEmpty()
                || systems.stream().anyMatch(s -> !list(value(s, "storage"), "ceph").isEmpty());
        for (String network : List.of("public_network", "internal_network")) network(network, ceph);
        local.forEach(filter -> filter(filter, false));
        remote.forEach(filter -> filter(filter, true));
    }

    private void network(String key, boolean ceph) {
        Node given = value(value(root, "ceph"), key);
        String text = text(value(root, "ceph"), key);
        if (text.isEmpty()) return;
        if (!ceph)
            wrong(given, key + " is set, but there is no disk for Ceph", "without disks MicroCloud sets up no Ceph",
                    "remove it, or declare the disks: storage: { ceph: [{ find: …, find_min: 1 }] }");
        else if (!isNetwork(text))
            wrong(given, key + " is not a network", "it is an address with host bits, or not an address",
                    "write it like 10.0.0.0/24");
    }

    /** As LXD has it ({@code shared/validate/validate.go IsNetwork}). */
    private static boolean isNetwork(String text) {
        IPAddress address = text.matches("[0-9a-fA-F.:]+/\\d{1,3}") ? Ip.read(text) : null;
        return address != null && address.getPrefixLength() != null
                && address.getLower().toZeroHost().withoutPrefixLength()
                        .equals(address.getLower().withoutPrefixLength());
    }

    private void filter(Node filter, boolean remote) {
        long least = number(filter, "find_min");
        long most = number(filter, "find_max");
        if (text(filter, "find").isEmpty())
            wrong(filter, "a disk filter has no condition", "an empty filter matches no disk",
                    "add find: such as size > 10GiB");
        else if (most > 0 && most < least)
            wrong(filter, "find_max is less than find_min", "no number of disks satisfies both", "correct one"
                    + " of them");
        else if (remote && least < 1)
            wrong(filter, "a filter for Ceph's disks has no find_min", "MicroCloud requires the minimum number"
                    + " of disks", "add find_min: 1, or more");
    }

    private void wrong(Node at, String message, String why, String fix) {
        Span span = yaml.span(at);
        found.add(Diagnostic.error("MC0646", message, new Label(span, "")).why(why + "; MicroCloud refuses the preseed")
                .fix(fix));
    }

    private static Node value(Node node, String key) {
        if (node instanceof MappingNode map)
            for (NodeTuple entry : map.getValue())
                if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                    return entry.getValueNode();
        return null;
    }

    private static List<Node> list(Node node, String key) {
        return value(node, key) instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private static String text(Node node, String key) {
        return Optional.ofNullable(value(node, key)).filter(v -> !YamlText.isNothing(v))
                .filter(ScalarNode.class::isInstance).map(v -> ((ScalarNode) v).getValue()).orElse("");
    }

    private static long number(Node node, String key) {
        String text = text(node, key).replace("_", "");
        return text.matches("[-+]?\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
