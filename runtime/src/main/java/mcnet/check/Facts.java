package mcnet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Doubts;
import mcnet.model.Program;
import mcnet.model.Setting;

/**
 * The program as the rules like to see it.
 *
 * @param networks those of projects too
 * @param acls those of projects too
 */
record Facts(Program program, Doubts doubts, List<Uplink> uplinks, List<Network> networks, List<Acl> acls,
        List<Declaration> members) {

    static Facts of(Program program, Doubts doubts) {
        List<Uplink> uplinks = Stream.concat(program.ofKind("uplink"), program.existing("uplink")).map(Uplink::new)
                .toList();
        List<Acl> acls = Stream.concat(scoped(program, "acl").map(s -> new Acl(s.declaration, s.project)),
                program.existing("acl").map(a -> new Acl(a, ""))).toList();
        List<Network> networks = new ArrayList<>();
        scoped(program, "network").forEach(s -> networks.add(network(s, uplinks, acls)));
        List<Declaration> members = program.ofKind("cluster")
                .limit(1)
                .flatMap(c -> c.nested().stream())
                .filter(d -> d.kind().name().equals("member"))
                .toList();
        return new Facts(program, doubts, uplinks, List.copyOf(networks), acls, members);
    }

    private record Scoped(Declaration declaration, String project) {}

    private static Stream<Scoped> scoped(Program program, String kind) {
        return Stream.concat(program.ofKind(kind).map(d -> new Scoped(d, "")), program.ofKind("project")
                .flatMap(p -> p.nested(kind).map(d -> new Scoped(d, p.name()))));
    }

    private static Network network(Scoped network, List<Uplink> uplinks, List<Acl> acls) {
        String name = network.declaration.setting("uplink").map(Setting::value).map(v -> v.text()).orElse("");
        List<String> attached = Lists.texts(network.declaration, "acls");
        return new Network(network.declaration, network.project,
                uplinks.stream().filter(u -> u.declaration().name().equals(name)).findFirst(),
                acls.stream().filter(a -> a.project().equals(network.project)
                        && attached.contains(a.declaration().name())).toList());
    }

    List<Network> networksOf(Uplink uplink) {
        return networks.stream().filter(n -> n.uplink().filter(uplink::equals).isPresent()).toList();
    }

    /** @param name as it is said, with its project in front where that is another one */
    Optional<Network> network(String name, String project) {
        return networks.stream().filter(n -> n.reference(project).equals(name)).findFirst();
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
