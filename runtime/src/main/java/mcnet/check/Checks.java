package mcnet.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.Doubts;
import mcnet.model.Program;

/** All rules that need no cluster. */
public final class Checks {
    private static final List<Rule> RULES = List.of(new OneCluster(), new MembersOfCluster(), new ServerNames(),
            new OneNamespace(), new DistinctAddresses(), new OneUnderlay(), new UnderlayAddressPerMember(),
            new UnderlayAddressOnce(), new UnderlayAddressEverywhere(), new UnderlayAddressInSubnet(),
            new UnderlayBesideUplink(), new ParentOnce(), new UsableAddress(), new RangesNeedGateway(),
            new RangesInSubnet(), new RangesUsable(), new RangesApart(), new GatewayNeedsRanges(),
            new GatewayOutsideRanges(), new GatewayOutsideRoutes(), new RangesOutsideRoutes(),
            new MembersOutsideRanges(), new RangesSuffice(), new AnycastNeedsRouting(), new ResolversReachable(),
            new SomeFamily(), new AddressBeforeServices(), new Ipv6Length(), new Ipv6NeedsGateway(),
            new RoutedInsideRoutes(), new RoutedApart(), new ApartFromUplink(), new OutsideInRanges(),
            new OutsideOnce(), new MtuFitsUnderlay(), new RouterMac());

    private Checks() {}

    /** What breaks a rule, in the order of the text. */
    public static List<Diagnostic> check(Program program, Doubts doubts) {
        Facts facts = Facts.of(program, doubts);
        List<Diagnostic> found = new ArrayList<>();
        for (Rule rule : RULES)
            rule.check(facts, found::add);
        found.sort(Comparator.<Diagnostic, String>comparing(d -> d.labels().getFirst().span().source().name())
                .thenComparing(d -> d.labels().getFirst().span().start()));
        return found;
    }
}
