package mcnet.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import mcnet.check.rule.bridge.BridgeRuleSubjects;
import mcnet.check.rule.bridge.RouterRanges;
import mcnet.check.rule.acl.DefaultWithoutAcls;
import mcnet.check.rule.acl.EgressDefault;
import mcnet.check.rule.acl.FlowAclNames;
import mcnet.check.rule.acl.FlowFromInternet;
import mcnet.check.rule.acl.FlowPath;
import mcnet.check.rule.acl.FlowWithoutRules;
import mcnet.check.rule.acl.RuleFamilies;
import mcnet.check.rule.acl.RuleOrder;
import mcnet.check.rule.acl.RuleSubjects;
import mcnet.check.rule.forward.BalancerPorts;
import mcnet.check.rule.forward.ForwardTargets;
import mcnet.check.rule.forward.InstanceTargets;
import mcnet.check.rule.forward.ListenAddresses;
import mcnet.check.rule.forward.ListenOverlap;
import mcnet.check.rule.forward.RouterListenAddresses;
import mcnet.check.rule.forward.UnreachableForward;
import mcnet.check.rule.member.AddressOutsideSubnet;
import mcnet.check.rule.member.ClusterWithoutMembers;
import mcnet.check.rule.member.DuplicateAddresses;
import mcnet.check.rule.name.DuplicateListNames;
import mcnet.check.rule.name.FreeKeys;
import mcnet.check.rule.name.IgnoredNames;
import mcnet.check.rule.name.InterfaceNames;
import mcnet.check.rule.name.NetworkNamespace;
import mcnet.check.rule.name.NulCharacters;
import mcnet.check.rule.name.ServerNames;
import mcnet.check.rule.network.DhcpRanges;
import mcnet.check.rule.network.DuplicateRouterAddress;
import mcnet.check.rule.network.FanLimits;
import mcnet.check.rule.network.HostAddress;
import mcnet.check.rule.network.IsolatedNetworks;
import mcnet.check.rule.network.Ipv6Mtu;
import mcnet.check.rule.network.Ipv6PrefixLength;
import mcnet.check.rule.network.Ipv6WithoutGateway;
import mcnet.check.rule.network.NatAddresses;
import mcnet.check.rule.network.NetworkWithoutAddresses;
import mcnet.check.rule.network.RoutedOverlap;
import mcnet.check.rule.network.RoutedSubnets;
import mcnet.check.rule.network.RouterAddressInRanges;
import mcnet.check.rule.network.RouterMacAddress;
import mcnet.check.rule.network.RouterOnlyIpv6;
import mcnet.check.rule.network.ServicesNeedAddress;
import mcnet.check.rule.network.UplinkOverlap;
import mcnet.check.rule.nic.NestedNics;
import mcnet.check.rule.nic.NicAddresses;
import mcnet.check.rule.nic.NicRoutes;
import mcnet.check.rule.peer.PeerNetworks;
import mcnet.check.rule.project.GrantsOutsideRoutes;
import mcnet.check.rule.project.ProjectGrants;
import mcnet.check.rule.project.SharedNamespace;
import mcnet.check.rule.underlay.DuplicateTunnelAddress;
import mcnet.check.rule.underlay.MissingTunnelAddress;
import mcnet.check.rule.underlay.SingleUnderlay;
import mcnet.check.rule.underlay.TunnelAddressOutsideSubnet;
import mcnet.check.rule.underlay.TunnelAddressPerMember;
import mcnet.check.rule.underlay.TunnelOverhead;
import mcnet.check.rule.underlay.UnderlayInterfaceOfUplink;
import mcnet.check.rule.uplink.AnycastIngress;
import mcnet.check.rule.uplink.GatewayInRanges;
import mcnet.check.rule.uplink.GatewayInRoutes;
import mcnet.check.rule.uplink.GatewayWithoutRanges;
import mcnet.check.rule.uplink.LinkLocalGateway;
import mcnet.check.rule.uplink.MemberInRanges;
import mcnet.check.rule.uplink.RangeCapacity;
import mcnet.check.rule.uplink.RangeHostAddresses;
import mcnet.check.rule.uplink.RangeOverlap;
import mcnet.check.rule.uplink.RangesInRoutes;
import mcnet.check.rule.uplink.RangesInSubnet;
import mcnet.check.rule.uplink.RangesWithoutGateway;
import mcnet.check.rule.uplink.ResolverFamily;
import mcnet.check.rule.uplink.SharedInterface;
import mcnet.check.rule.zone.DuplicateZone;
import mcnet.check.rule.zone.RecordEntries;
import mcnet.check.rule.zone.ReverseZonePrefix;
import mcnet.check.rule.zone.ZoneServers;
import mcnet.check.rule.zone.ZonesPerProject;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.MergedDiagnostics;
import mcnet.model.InvalidParts;
import mcnet.model.Program;
import mcnet.model.UnsupportedKinds;

/** All rules that need no cluster. */
public final class Checks {
    private static final List<Rule> RULES = List.of(new ClusterWithoutMembers(), new ServerNames(),
            new NetworkNamespace(), new DuplicateAddresses(), new AddressOutsideSubnet(), new SingleUnderlay(),
            new TunnelAddressPerMember(),
            new DuplicateTunnelAddress(), new MissingTunnelAddress(), new TunnelAddressOutsideSubnet(),
            new UnderlayInterfaceOfUplink(), new SharedInterface(), new InterfaceNames(), new HostAddress(),
            new RangesWithoutGateway(),
            new RangesInSubnet(), new RangeHostAddresses(), new RangeOverlap(), new GatewayWithoutRanges(),
            new GatewayInRanges(), new GatewayInRoutes(), new RangesInRoutes(),
            new MemberInRanges(), new RangeCapacity(), new AnycastIngress(), new ResolverFamily(),
            new NetworkWithoutAddresses(), new ServicesNeedAddress(), new Ipv6PrefixLength(), new Ipv6WithoutGateway(),
            new RoutedSubnets(), new RoutedOverlap(), new UplinkOverlap(), new RouterAddressInRanges(),
            new DuplicateRouterAddress(), new LinkLocalGateway(), new TunnelOverhead(), new Ipv6Mtu(),
            new RouterMacAddress(), new IsolatedNetworks(),
            new RuleOrder(), new DefaultWithoutAcls(), new EgressDefault(),
            new ListenAddresses(), new ListenOverlap(), new RouterListenAddresses(), new ForwardTargets(),
            new InstanceTargets(), new BalancerPorts(),
            new UnreachableForward(),
            new PeerNetworks(), new RuleFamilies(), new RuleSubjects(), new FlowPath(), new FlowAclNames(),
            new FlowFromInternet(), new DhcpRanges(), new NatAddresses(), new RouterOnlyIpv6(), new NicAddresses(),
            new NicRoutes(), new NestedNics(),
            new DuplicateListNames(), new ZoneServers(), new ReverseZonePrefix(), new ZonesPerProject(),
            new DuplicateZone(), new RecordEntries(),
            new IgnoredNames(), new GrantsOutsideRoutes(), new ProjectGrants(), new SharedNamespace(),
            new NulCharacters(), new FreeKeys(), new FlowWithoutRules(),
            new FanLimits(), new RouterRanges(), new BridgeRuleSubjects());

    private Checks() {}

    /** A program of one cluster, and what is not known of it. */
    public record Subject(String cluster, Program program, InvalidParts invalidParts) {}

    /** A warning for each declaration that passes all checks and that this version does not make. */
    public static List<Diagnostic> unbuilt(List<Subject> subjects) {
        SequencedMap<String, List<Diagnostic>> byCluster = new LinkedHashMap<>();
        subjects.forEach(s -> byCluster.put(s.cluster, UnsupportedKinds.of(s.program)));
        return byCluster.isEmpty() ? List.of() : MergedDiagnostics.of(byCluster);
    }

    /** What breaks a rule, in the order of the text. What several clusters have in common is said once. */
    public static List<Diagnostic> check(List<Subject> subjects) {
        SequencedMap<String, List<Diagnostic>> byCluster = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            ProgramView facts = ProgramView.of(subject.program, subject.invalidParts);
            List<Diagnostic> broken = new ArrayList<>();
            IgnoredAttributes allowances = IgnoredAttributes.of(subject.program);
            for (Rule rule : RULES)
                rule.check(facts, found -> broken.add(allowances.judged(found)));
            byCluster.put(subject.cluster, broken);
        }
        List<Diagnostic> found = new ArrayList<>(MergedDiagnostics.of(byCluster));
        found.sort(Comparator.<Diagnostic, String>comparing(d -> d.labels().getFirst().span().source().name())
                .thenComparing(d -> d.labels().getFirst().span().start()));
        return found;
    }
}
