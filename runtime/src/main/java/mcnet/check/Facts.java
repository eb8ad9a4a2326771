package mcnet.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Doubts;
import mcnet.model.Program;
import mcnet.model.Setting;

/** The program as the rules like to see it. */
record Facts(Program program, Doubts doubts, List<Uplink> uplinks, List<Network> networks, List<Declaration> members) {

    static Facts of(Program program, Doubts doubts) {
        List<Uplink> uplinks = Stream.concat(program.ofKind("uplink"), program.existing("uplink")).map(Uplink::new)
                .toList();
        Map<String, Uplink> byName = uplinks.stream()
                .collect(Collectors.toMap(u -> u.declaration().name(), Function.identity(), (first, _) -> first));
        List<Network> networks = program.ofKind("network").map(n -> new Network(n, uplink(n, byName))).toList();
        List<Declaration> members = program.ofKind("cluster")
                .limit(1)
                .flatMap(c -> c.nested().stream())
                .filter(d -> d.kind().name().equals("member"))
                .toList();
        return new Facts(program, doubts, uplinks, networks, members);
    }

    private static Optional<Uplink> uplink(Declaration network, Map<String, Uplink> uplinks) {
        return network.setting("uplink").map(Setting::value).map(v -> uplinks.get(v.text()));
    }

    List<Network> networksOf(Uplink uplink) {
        return networks.stream().filter(n -> n.uplink().filter(uplink::equals).isPresent()).toList();
    }

    /** Neither said nor meant: where a setting is in doubt its absence proves nothing. */
    boolean lacks(Declaration declaration, String path) {
        return !declaration.has(path) && !doubts.about(declaration, path);
    }
}
