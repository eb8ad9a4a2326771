package mcnet.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import mcnet.diagnostic.Common;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.Doubts;
import mcnet.model.Program;
import mcnet.model.Unbuilt;

/** All rules that need no cluster. */
public final class Checks {
    private static final List<Rule> RULES = List.of(new MembersOfCluster(), new ServerNames(),
            new OneNamespace(), new DistinctAddresses(), new MembersInSubnet(), new OneUnderlay(),
            new UnderlayAddressPerMember(),
            new UnderlayAddressOnce(), new UnderlayAddressEverywhere(), new UnderlayAddressInSubnet(),
            new UnderlayBesideUplink(), new ParentOnce(), new InterfaceNames(), new UsableAddress(),
            new RangesNeedGateway(),
            new RangesInSubnet(), new RangesUsable(), new RangesApart(), new GatewayNeedsRanges(),
            new GatewayOutsideRanges(), new GatewayOutsideRoutes(), new RangesOutsideRoutes(),
            new MembersOutsideRanges(), new RangesSuffice(), new AnycastNeedsRouting(), new ResolversReachable(),
            new SomeFamily(), new AddressBeforeServices(), new Ipv6Length(), new Ipv6NeedsGateway(),
            new RoutedInsideRoutes(), new RoutedApart(), new ApartFromUplink(), new OutsideInRanges(),
            new OutsideOnce(), new LinkLocalNat(), new MtuFitsUnderlay(), new SmallMtu(), new RouterMac(),
            new AclReadsAsItWorks(), new OtherwiseNeedsAcls(), new EgressFirst(),
            new ListenAddress(), new ListenApart(), new OnRouters(), new SentOn(),
            new InstanceTargets(),
            new DeadForward(),
            new PeersFit(), new RuleFamilies(), new SubjectsMatch(), new FlowsHaveAWay(), new FlowNames(),
            new FlowsAdmitAnyone(), new InsideNetwork(), new NatAddresses(), new RouterOnly(), new NicAddresses(),
            new NicRoutes(), new NestedNics(),
            new Named(), new ServedZones(), new ReverseZonesFit(), new SeveralZones(), new ZoneOnce(),
            new IgnoredAreAttributes(), new GrantsInRoutes(), new GrantedUse(), new SharedProjects(),
            new TextsWithoutNul(), new KnownKeys(), new FlowsMakeRules(),
            new FanIsPlain());

    private Checks() {}

    /** A program of one cluster, and what is not known of it. */
    public record Subject(String cluster, Program program, Doubts doubts) {}

    /** A warning for each declaration that passes all checks and that this version does not make. */
    public static List<Diagnostic> unbuilt(List<Subject> subjects) {
        SequencedMap<String, List<Diagnostic>> byCluster = new LinkedHashMap<>();
        subjects.forEach(s -> byCluster.put(s.cluster, Unbuilt.of(s.program)));
        return byCluster.isEmpty() ? List.of() : Common.of(byCluster);
    }

    /** What breaks a rule, in the order of the text. What several clusters have in common is said once. */
    public static List<Diagnostic> check(List<Subject> subjects) {
        SequencedMap<String, List<Diagnostic>> byCluster = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            Facts facts = Facts.of(subject.program, subject.doubts);
            List<Diagnostic> broken = new ArrayList<>();
            Allowances allowances = Allowances.of(subject.program);
            for (Rule rule : RULES)
                rule.check(facts, found -> broken.add(allowances.judged(found)));
            byCluster.put(subject.cluster, broken);
        }
        List<Diagnostic> found = new ArrayList<>(Common.of(byCluster));
        found.sort(Comparator.<Diagnostic, String>comparing(d -> d.labels().getFirst().span().source().name())
                .thenComparing(d -> d.labels().getFirst().span().start()));
        return found;
    }
}
