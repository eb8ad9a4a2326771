package mcnet.lxd.traffic;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;
import mcnet.module.PlanningContext;

/**
 * Rules of an {@code acl} as the server takes them. One sentence may be several of its rules: LXD knows one protocol a
 * rule, no networks as subjects, and no rule whose two sides are of different families
 * ({@code lxd/network/acl/driver_common.go validateRule}).
 */
public final class LxdRules {
    private final PlanningContext now;
    private final String project;
    private final SubjectAddresses addresses;
    private final List<Diagnostic> unknown = new ArrayList<>();

    private LxdRules(PlanningContext now, String project) {
        this.now = now;
        this.project = project;
        this.addresses = new SubjectAddresses(now, project);
    }

    /**
     * What an {@code acl} says.
     *
     * @param said every rule with the sentence that says it; one that two sentences say stands once, the server wants it so
     * @param unknown sentences that name something whose addresses only the server will know
     */
    public record Translation(SequencedMap<LxdRule, Statement.Rule> said, List<Diagnostic> unknown) {

        public List<LxdRule> all() {
            return List.copyOf(said.keySet());
        }
    }

    public static Translation of(Declaration acl, PlanningContext now) {
        LxdRules rules = new LxdRules(now, acl.inside().project());
        return new Translation(rules.all(acl), rules.unknown);
    }

    private SequencedMap<LxdRule, Statement.Rule> all(Declaration acl) {
        SequencedMap<LxdRule, Statement.Rule> all = new LinkedHashMap<>();
        acl.statements(Statement.Rule.class).forEach(sentence -> {
            if (sentence.traffic().isEmpty()) add(sentence, null, all);
            sentence.traffic().forEach(traffic -> add(sentence, traffic, all));
        });
        return all;
    }

    private void add(Statement.Rule sentence, Traffic traffic, SequencedMap<LxdRule, Statement.Rule> all) {
        List<String> from = subjects(sentence.from(), traffic);
        List<String> to = subjects(sentence.to(), traffic);
        boolean lost = from.isEmpty() && !anyone(sentence.from()) || to.isEmpty() && !anyone(sentence.to());
        if (lost) return;
        if (isAddressed(from) && isAddressed(to)) {
            for (boolean ipv4 : new boolean[]{true, false}) {
                List<String> some = of(from, ipv4);
                List<String> others = of(to, ipv4);
                if (!some.isEmpty() && !others.isEmpty())
                    all.putIfAbsent(rule(sentence, traffic, some, others), sentence);
            }
        } else {
            all.putIfAbsent(rule(sentence, traffic, from, to), sentence);
        }
    }

    private static LxdRule rule(Statement.Rule sentence, Traffic traffic, List<String> from, List<String> to) {
        boolean ported = traffic != null
                && (traffic.protocol() == Traffic.Protocol.TCP || traffic.protocol() == Traffic.Protocol.UDP);
        return new LxdRule(sentence.direction() == Statement.Direction.INGRESS, word(sentence.verdict()),
                word(sentence.state()), from, to, traffic == null ? "" : word(traffic.protocol()),
                ported ? texts(sentence.sourcePorts()) : List.of(),
                traffic == null ? List.of() : texts(traffic.ports()),
                number(traffic == null ? null : traffic.type()), number(traffic == null ? null : traffic.code()),
                sentence.description().orElse(""));
    }

    private static boolean anyone(List<Subject> places) {
        return places.isEmpty() || places.stream().anyMatch(p -> p instanceof Subject.Word w && w.word().equals("any"));
    }

    /** Empty: anyone, or nobody of the protocol's family. */
    private List<String> subjects(List<Subject> places, Traffic traffic) {
        if (anyone(places)) return List.of();
        return places.stream().flatMap(p -> subjects(p).stream()).filter(s -> fits(s, traffic)).toList();
    }

    private List<String> subjects(Subject place) {
        return switch (place) {
            case Subject.Addresses(Value value, var _) -> List.of(value.text());
            case Subject.Word word -> List.of("@" + word.word());
            case Subject.PeerSide side -> List.of("@" + bare(side.network()) + "/"
                    + PeerNames.side(now.program(), project, side.network(), side.other()).orElse(side.other()));
            case Subject.Thing thing -> RuleNames.of(thing).map(List::of).orElseGet(() -> addresses(thing));
        };
    }

    private List<String> addresses(Subject.Thing thing) {
        return texts(thing, switch (thing.kind()) {
            case KindName.NETWORK -> addresses.ofNetwork(thing.name());
            case KindName.UPLINK -> addresses.ofUplink(thing.name());
            default -> addresses.ofInstance(thing.name());
        });
    }

    /** The server looks for the network in the rule's own project. */
    private String bare(String network) {
        return network.startsWith(project + ".") ? network.substring(project.length() + 1) : network;
    }

    private List<String> texts(Subject.Thing thing, List<IPAddress> found) {
        if (found.isEmpty())
            unknown.add(Diagnostic.error("MC0742", "the addresses"
                    + " of " + thing.kind() + " " + thing.name() + " are unknown", new Label(thing.span(), ""))
                    .why("the server has no " + thing.kind() + "s in rules, so mcnet writes addresses into the"
                            + " rule, and neither the file nor a member contains them yet")
                    .fix("write the address in " + thing.kind() + " " + thing.name()));
        return found.stream().map(IPAddress::toCanonicalString).toList();
    }

    private static boolean fits(String subject, Traffic traffic) {
        if (traffic == null || !isAddress(subject)) return true;
        return switch (traffic.protocol()) {
            case ICMP4 -> isIpv4(subject);
            case ICMP6 -> !isIpv4(subject);
            default -> true;
        };
    }

    private static boolean isAddressed(List<String> subjects) {
        return subjects.stream().anyMatch(LxdRules::isAddress);
    }

    /** Names belong to either family. */
    private static List<String> of(List<String> subjects, boolean ipv4) {
        return subjects.stream().filter(s -> !isAddress(s) || isIpv4(s) == ipv4).toList();
    }

    /** No name has a dot or a colon, so nothing needs to be parsed: this is asked of every rule again and again. */
    private static boolean isAddress(String subject) {
        return !subject.startsWith("@") && (subject.indexOf('.') >= 0 || subject.indexOf(':') >= 0);
    }

    private static boolean isIpv4(String subject) {
        return isAddress(subject) && subject.indexOf(':') < 0;
    }

    private static List<String> texts(List<Ports> ports) {
        return ports.stream().map(Ports::text).toList();
    }

    private static String number(java.util.OptionalInt number) {
        return number == null || number.isEmpty() ? "" : Integer.toString(number.getAsInt());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** What rules name on either side: peerings, behind an {@code @}, and objects. */
    static Stream<String> named(LxdRule rule) {
        return Stream.concat(rule.source().stream(), rule.destination().stream())
                .filter(s -> !isAddress(s) && !s.equals("@internal") && !s.equals("@external"));
    }
}
