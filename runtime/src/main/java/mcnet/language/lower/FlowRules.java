package mcnet.language.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.Enclosure;
import mcnet.model.Flow;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.model.Statement;
import mcnet.model.Statement.Direction;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;
import mcnet.schema.Index;
import mcnet.schema.Kind;

/**
 * Flows as the ACLs that they stand for. {@code flow web -> db tcp 5432} lets it out of web and into db: either network
 * gets an ACL of its own, {@code web-flows}, beside those that it carries already. Every rule points at the sentence it
 * comes from.
 *
 * A flow to an address that a forward listens to becomes a rule about what the forward leads to, since the server looks
 * at packets behind the forward. {@code internet} is anyone: the server knows no such subject.
 */
public final class FlowRules {
    private static final String ACLS = "acls";

    private final Program program;
    private final Kind acl;
    /** By network, the rules that flows bring. */
    private final SequencedMap<Declaration, SequencedMap<List<Object>, Statement>> rules = new LinkedHashMap<>();

    private FlowRules(Program program, Kind acl) {
        this.program = program;
        this.acl = acl;
    }

    /** The program with the ACLs of its flows and without the flows. */
    public static Program lowered(Program program, Index index) {
        if (program.flows().isEmpty()) return program;
        FlowRules flows = new FlowRules(program, index.kind(KindName.ACL).orElseThrow());
        for (Flow flow : program.flows())
            for (Subject from : flow.from())
                for (Subject to : flow.to()) flows.add(flow, from, to);
        return flows.program();
    }

    /** The name of the ACL that a network's flows make. */
    public static String name(Declaration network) {
        return network.name() + "-flows";
    }

    private void add(Flow flow, Subject from, Subject to) {
        for (Declaration network : networks(from))
            rule(network, flow, flow.traffic(), Direction.EGRESS, own(from), List.of(to));
        List<Forwarded> behind = behind(to, flow.traffic());
        behind.forEach(f -> rule(f.network, flow, f.traffic, Direction.INGRESS, List.of(f.target), outside(from, to)));
        if (behind.isEmpty())
            for (Declaration network : networks(to))
                rule(network, flow, flow.traffic(), Direction.INGRESS, own(to), others(from));
    }

    /** An instance is one address of its network; a network is all that carries its ACL. */
    private static List<Subject> own(Subject place) {
        return place instanceof Subject.Thing t && t.kind().equals(KindName.INSTANCE) ? List.of(place) : List.of();
    }

    private static List<Subject> others(Subject place) {
        return place instanceof Subject.Word ? List.of() : List.of(place);
    }

    private void rule(Declaration network, Flow flow, List<Traffic> traffic, Direction direction, List<Subject> own,
            List<Subject> others) {
        boolean in = direction == Direction.INGRESS;
        List<Subject> outside = others.stream().filter(p -> !(p instanceof Subject.Word)).toList();
        Statement rule = new Statement.Rule(Statement.Verdict.ALLOW, direction, traffic, in ? outside : own, List.of(),
                in ? own : outside, Statement.State.ENABLED, flow.description(), flow.span());
        rules.computeIfAbsent(network, _ -> new LinkedHashMap<>())
                .putIfAbsent(List.of(direction, flow.span(), traffic, own, outside), rule);
    }

    /** As whom someone arrives at an address outside: a network with NAT under the address of its router. */
    private List<Subject> outside(Subject from, Subject listening) {
        String family = ((Subject.Addresses) listening).value().text().contains(":") ? "ipv6" : "ipv4";
        List<Subject> all = new ArrayList<>();
        for (Declaration network : networks(from))
            if (network.setting(family + ".nat").filter(s -> s.value().text().equals("true")).isPresent())
                network.setting("uplink").map(u -> u.value().text())
                        .flatMap(u -> program.named(KindName.UPLINK, "", u)
                                .or(() -> program.named(KindName.BRIDGE, "", u)))
                        .flatMap(u -> u.setting(family + ".ranges")).map(Setting::value)
                        .filter(Value.Many.class::isInstance).map(v -> ((Value.Many) v).values())
                        .ifPresent(ranges -> ranges.forEach(r -> all.add(new Subject.Addresses(r, from.span()))));
        return all.isEmpty() ? others(from) : all;
    }

    /** The networks whose ACL a place is a matter of. */
    private List<Declaration> networks(Subject place) {
        if (!(place instanceof Subject.Thing thing)) return List.of();
        if (thing.kind().equals(KindName.NETWORK))
            return mine(program.named(KindName.NETWORK, "", thing.name())).toList();
        if (!thing.kind().equals(KindName.INSTANCE)) return List.of();
        Optional<Declaration> instance = program.named(KindName.INSTANCE, "", thing.name());
        return instance.stream().flatMap(i -> i.nested(KindName.NIC))
                .flatMap(nic -> nic.setting("network").stream()
                        .flatMap(n -> mine(program.named(KindName.NETWORK, nic.inside().networks(), n.value().text()))))
                .toList();
    }

    /** What another program owns keeps its ACLs. */
    private Stream<Declaration> mine(Optional<Declaration> network) {
        return network.filter(n -> program.existing().stream().noneMatch(e -> e == n)).stream();
    }

    /** A target behind a forward, on the ports inside. */
    private record Forwarded(Declaration network, Subject target, List<Traffic> traffic) {}

    private List<Forwarded> behind(Subject place, List<Traffic> traffic) {
        if (!(place instanceof Subject.Addresses(Value.Address(var address, var _), var _))) return List.of();
        List<Forwarded> all = new ArrayList<>();
        program.all(KindName.NETWORK).forEach(network -> network.nested(KindName.FORWARD)
                .filter(f -> f.name().equals(address.toCanonicalString())).forEach(forward -> {
                    forward.statements(Statement.Forwarding.class).forEach(f -> behind(network, f, traffic, all));
                    forward.statements(Statement.Rest.class)
                            .forEach(rest -> all.add(new Forwarded(network, rest.target(), traffic)));
                }));
        return all;
    }

    private static void behind(Declaration network, Statement.Forwarding forwarding, List<Traffic> traffic,
            List<Forwarded> all) {
        for (Statement.Target target : forwarding.targets()) {
            List<Traffic> inside = forwarding.traffic().stream()
                    .flatMap(outside -> ForwardedPorts.of(outside, target.ports(), traffic).stream()).toList();
            if (!inside.isEmpty()) all.add(new Forwarded(network, target.place(), inside));
        }
    }

    private Program program() {
        List<Declaration> declarations = new ArrayList<>();
        for (Declaration each : program.declarations()) declarations.add(with(each));
        rules.forEach((network, said) -> {
            if (network.inside().project().isEmpty()) declarations.add(acl(network, said));
        });
        return new Program(program.name(), program.span(), declarations,
                program.existing().stream().map(this::with).toList(), List.of(), program.expectations());
    }

    /** A project gets the ACLs of its networks, a network the reference to its own. */
    private Declaration with(Declaration each) {
        if (each.kind().name().equals(KindName.PROJECT)) {
            List<Declaration> nested = new ArrayList<>();
            each.nested().forEach(n -> nested.add(with(n)));
            rules.forEach((network, said) -> {
                if (network.inside().project().equals(each.name())) nested.add(acl(network, said));
            });
            return each.with(nested);
        }
        if (!rules.containsKey(each)) return each;
        SequencedMap<String, Setting> settings = new LinkedHashMap<>(each.settings());
        Span span = rules.get(each).firstEntry().getValue().span();
        List<Value> names = new ArrayList<>();
        if (settings.containsKey(ACLS) && settings.get(ACLS).value() instanceof Value.Many(List<Value> own, var _))
            names.addAll(own);
        names.add(new Value.Reference(KindName.ACL, name(each), span));
        Span at = settings.containsKey(ACLS) ? settings.get(ACLS).span() : span;
        settings.put(ACLS, new Setting(ACLS, new Value.Many(names, at), at));
        return new Declaration(each.kind(), each.name(), each.inside(), each.span(), settings, each.on(), each.nested(),
                each.statements());
    }

    private Declaration acl(Declaration network, Map<List<Object>, Statement> said) {
        Span span = said.values().iterator().next().span();
        SequencedMap<String, Setting> settings = new LinkedHashMap<>();
        settings.put("description", new Setting("description",
                new Value.Text("flows of network " + network.name(), span), span));
        return new Declaration(acl, name(network), new Enclosure(network.inside().project(), ""), span, settings,
                new LinkedHashMap<>(), List.of(), List.copyOf(new LinkedHashSet<>(said.values())));
    }
}
