package mcnet.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Doubts;
import mcnet.model.Program;
import mcnet.schema.Family;

/**
 * The program as the rules like to see it.
 *
 * @param networks those of projects too
 * @param networksByName the same, their projects in front of their names
 * @param acls those of projects too
 */
record Facts(Program program, Doubts doubts, List<Uplink> uplinks, List<Network> networks,
        Map<String, Network> networksByName, List<Acl> acls, List<Declaration> members) {

    static Facts of(Program program, Doubts doubts) {
        List<Uplink> uplinks = Stream.concat(program.ofKind("uplink"), program.existing("uplink")).map(Uplink::new)
                .toList();
        Map<String, Uplink> uplinksByName = uplinks.stream()
                .collect(Collectors.toMap(u -> u.declaration().name(), Function.identity(), (first, _) -> first));
        List<Acl> acls = Stream.concat(scoped(program, "acl").map(s -> new Acl(s.declaration, s.project)),
                program.existing("acl").map(a -> new Acl(a, ""))).toList();
        Map<String, Acl> aclsByName = acls.stream()
                .collect(Collectors.toMap(a -> key(a.project(), a.declaration().name()), Function.identity(),
                        (first, _) -> first));
        Map<String, Network> networks = new LinkedHashMap<>();
        scoped(program, "network").forEach(s -> networks.putIfAbsent(key(s.project, s.declaration.name()),
                network(s, uplinksByName, aclsByName)));
        List<Declaration> members = program.ofKind("cluster")
                .limit(1)
                .flatMap(c -> c.nested().stream())
                .filter(d -> d.kind().name().equals("member"))
                .toList();
        return new Facts(program, doubts, uplinks, List.copyOf(networks.values()), networks, acls, members);
    }

    private record Scoped(Declaration declaration, String project) {}

    private static Stream<Scoped> scoped(Program program, String kind) {
        return Stream.concat(program.ofKind(kind).map(d -> new Scoped(d, "")), program.projects()
                .flatMap(p -> p.nested(kind).map(d -> new Scoped(d, p.name()))));
    }

    private static String key(String project, String name) {
        return project + "." + name;
    }

    private static Network network(Scoped network, Map<String, Uplink> uplinks, Map<String, Acl> acls) {
        List<String> names = Lists.texts(network.declaration, "acls");
        return new Network(network.declaration, network.project,
                Optional.ofNullable(uplinks.get(Lists.word(network.declaration, "uplink"))),
                names.isEmpty()
                        ? List.of()
                        : names.stream().map(name -> acls.get(key(network.project, name))).filter(Objects::nonNull)
                                .toList());
    }

    /** Those of which something is said for a family. */
    List<Network> networks(Family family) {
        return networks.stream().filter(n -> n.says(family)).toList();
    }

    /** All networks that this program may let something listen for: its own, and those of others. */
    List<Network> listening() {
        return Stream.concat(networks.stream(), program.existing("network")
                .map(n -> new Network(n, "", Optional.empty(), List.of()))).toList();
    }

    List<Network> networksOf(Uplink uplink) {
        Optional<Uplink> wanted = Optional.of(uplink);
        return networks.stream().filter(n -> wanted.equals(n.uplink())).toList();
    }

    /** @param name as it is said, with its project in front where that is another one */
    Optional<Network> network(String name, String project) {
        Network own = networksByName.get(key(project, name));
        return Optional.ofNullable(own == null ? networksByName.get(name) : own);
    }

    /** Peerings, as the networks they join. */
    boolean peered(Network one, Network other) {
        return program.ofKind("peer").anyMatch(peer -> {
            List<String> ends = List.of(Lists.word(peer, "left"), Lists.word(peer, "right"));
            return ends.contains(one.reference("")) && ends.contains(other.reference(""));
        });
    }

    /** Neither said nor meant: where a setting is in doubt its absence proves nothing. */
    boolean lacks(Declaration declaration, String path) {
        return !declaration.has(path) && !doubts.about(declaration, path);
    }
}
