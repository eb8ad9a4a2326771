package mcnet.check.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.InvalidParts;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.product.AssumedServer;
import mcnet.product.ServerFacts;
import mcnet.schema.Family;

/**
 * The program as the rules like to see it.
 *
 * @param networks those of projects too
 * @param networksByName the same, their projects in front of their names
 * @param acls those of projects too
 */
public record ProgramView(Program program, InvalidParts invalidParts, List<UplinkView> uplinks,
        List<NetworkView> networks,
        Map<String, NetworkView> networksByName, List<AclView> acls, List<Declaration> members) {

    public static ProgramView of(Program program, InvalidParts invalidParts) {
        List<UplinkView> uplinks = Stream.concat(program.ofKind(KindName.UPLINK), program.existing(KindName.UPLINK))
                .map(UplinkView::new)
                .toList();
        Map<String, UplinkView> uplinksByName = Stream.of(uplinks.stream(),
                program.ofKind(KindName.BRIDGE).map(UplinkView::new),
                program.existing(KindName.BRIDGE).map(UplinkView::new)).flatMap(all -> all)
                .collect(Collectors.toMap(u -> u.declaration().name(), Function.identity(), (first, _) -> first));
        List<AclView> acls = Stream
                .concat(scoped(program, KindName.ACL).map(s -> new AclView(s.declaration, s.project)),
                        program.existing(KindName.ACL).map(a -> new AclView(a, "")))
                .toList();
        Map<String, AclView> aclsByName = acls.stream()
                .collect(Collectors.toMap(a -> key(a.project(), a.declaration().name()), Function.identity(),
                        (first, _) -> first));
        Map<String, NetworkView> networks = new LinkedHashMap<>();
        scoped(program, KindName.NETWORK).forEach(s -> networks.putIfAbsent(key(s.project, s.declaration.name()),
                network(s, uplinksByName, aclsByName)));
        List<Declaration> members = program.ofKind(KindName.CLUSTER)
                .limit(1)
                .flatMap(c -> c.nested().stream())
                .filter(d -> d.kind().name().equals(KindName.MEMBER))
                .toList();
        return new ProgramView(program, invalidParts, uplinks, List.copyOf(networks.values()), networks, acls, members);
    }

    private record Scoped(Declaration declaration, String project) {}

    private static Stream<Scoped> scoped(Program program, String kind) {
        return Stream.concat(program.ofKind(kind).map(d -> new Scoped(d, "")), program.projects()
                .flatMap(p -> p.nested(kind).map(d -> new Scoped(d, p.name()))));
    }

    private static String key(String project, String name) {
        return project + "." + name;
    }

    private static NetworkView network(Scoped network, Map<String, UplinkView> uplinks, Map<String, AclView> acls) {
        List<String> names = ListSettings.texts(network.declaration, "acls");
        return new NetworkView(network.declaration, network.project,
                Optional.ofNullable(uplinks.get(ListSettings.word(network.declaration, "uplink"))),
                names.isEmpty()
                        ? List.of()
                        : names.stream().map(name -> acls.get(key(network.project, name))).filter(Objects::nonNull)
                                .toList());
    }

    /** What the server does, as far as the cluster says which one it has. */
    public ServerFacts server() {
        return program.ofKind(KindName.CLUSTER).flatMap(cluster -> cluster.setting("server").stream())
                .map(said -> AssumedServer.named(said.value().text())).findFirst().orElse(AssumedServer.LXD).facts();
    }

    /** Those of which something is said for a family. */
    public List<NetworkView> networks(Family family) {
        return networks.stream().filter(n -> n.says(family)).toList();
    }

    /** Networks and bridges of which something is said for a family. */
    public List<NetworkView> addressed(Family family) {
        return Stream.concat(networks.stream(), bridges().stream()).filter(n -> n.says(family)).toList();
    }

    /** Bridges of the members, with the ACLs that are known. */
    public List<NetworkView> bridges() {
        return program.ofKind(KindName.BRIDGE).map(bridge -> {
            List<String> names = ListSettings.texts(bridge, "acls");
            return new NetworkView(bridge, "", Optional.empty(), acls.stream()
                    .filter(a -> a.project().isEmpty() && names.contains(a.declaration().name())).toList());
        }).toList();
    }

    /** All networks that this program may let something listen for: its own, and those of others. */
    public List<NetworkView> listening() {
        return Stream.concat(networks.stream(), program.existing(KindName.NETWORK)
                .map(n -> new NetworkView(n, "", Optional.empty(), List.of()))).toList();
    }

    /** Uplinks, and the bridges that networks are behind. */
    public List<UplinkView> outsides() {
        return Stream.concat(uplinks.stream(), networks.stream().flatMap(n -> n.uplink().stream())
                .filter(UplinkView::isBridge).distinct()).toList();
    }

    public List<NetworkView> networksOf(UplinkView uplink) {
        Optional<UplinkView> desired = Optional.of(uplink);
        return networks.stream().filter(n -> desired.equals(n.uplink())).toList();
    }

    /** @param name as it is said, with its project in front where that is another one */
    public Optional<NetworkView> network(String name, String project) {
        NetworkView own = networksByName.get(key(project, name));
        return Optional.ofNullable(own == null ? networksByName.get(name) : own);
    }

    /** Peerings, as the networks they join. */
    public boolean peered(NetworkView one, NetworkView other) {
        return program.ofKind(KindName.PEER).anyMatch(peer -> {
            List<String> ends = List.of(ListSettings.word(peer, "left"), ListSettings.word(peer, "right"));
            return ends.contains(one.reference("")) && ends.contains(other.reference(""));
        });
    }

    /** Neither said nor meant: where a setting is in doubt its absence proves nothing. */
    public boolean lacks(Declaration declaration, String path) {
        return !declaration.has(path) && !invalidParts.about(declaration, path);
    }
}
