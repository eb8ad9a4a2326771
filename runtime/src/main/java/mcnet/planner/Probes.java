package mcnet.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import mcnet.lxd.MemberAvailability;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.DesiredResource;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.UnavailableMember;
import mcnet.planner.rule.ExistingObjects;
import mcnet.probe.ChassisProbe;
import mcnet.probe.ControllerProbe;
import mcnet.probe.MemberOnlineProbe;
import mcnet.probe.SkippedProbe;
import mcnet.probe.TunnelEndpointProbe;
import mcnet.probe.TunnelsProbe;

/** What must be seen when all is as the program says: of the members, of what others own, of what is declared. */
final class Probes {
    private static final List<String> ON_OVN = List.of(KindName.NETWORK, KindName.UPLINK, KindName.UNDERLAY);

    private Probes() {}

    /** None where the program wants nothing, as when all of it is to go. */
    static List<Probe> of(PlanningContext now, List<Module> modules) {
        if (now.program().declarations().stream().allMatch(d -> d.kind().describes())) return List.of();
        List<Probe> probes = new ArrayList<>();
        for (UnavailableMember member : MemberAvailability.unavailable(now)) {
            ResourceId id = new ResourceId(KindName.MEMBER, member.name());
            probes.add(member.isReached() ? new MemberOnlineProbe(id) : new SkippedProbe(id, "its part", member.why()));
        }
        probes.addAll(ofMembers(now));
        probes.addAll(ExistingObjects.probes(now, modules));
        for (Module module : modules) {
            String kind = module.kind().name();
            now.program().existing(kind).forEach(d -> probes.addAll(module.probes(d, now)));
            now.program().all(kind).forEach(d -> probes.addAll(of(d, module, now)));
        }
        return probes;
    }

    private static List<Probe> of(Declaration declaration, Module module, PlanningContext now) {
        DesiredResource desired = module.desired(declaration, now);
        return module.unknown(declaration, now)
                .map(why -> List.<Probe>of(new SkippedProbe(desired.id(), "as declared", why)))
                .orElseGet(() -> module.probes(desired, now));
    }

    /** The members as parts of OVN, where the program has anything that is made of it. */
    private static List<Probe> ofMembers(PlanningContext now) {
        boolean onOvn = ON_OVN.stream().anyMatch(kind -> Stream
                .concat(now.program().all(kind), now.program().existing(kind)).findAny().isPresent());
        if (!onOvn) return List.of();
        boolean underlay = now.program().ofKind(KindName.UNDERLAY).findAny().isPresent();
        List<Probe> probes = new ArrayList<>();
        probes.add(new ChassisProbe(new ResourceId(KindName.CLUSTER, now.cluster().name()), now.members()));
        for (String member : now.members()) {
            ResourceId id = new ResourceId(KindName.MEMBER, member);
            probes.add(new ControllerProbe(id, member));
            probes.add(new TunnelEndpointProbe(id, member));
            // A declared underlay says the addresses itself, and proves the tunnels to them.
            SequencedMap<String, String> peers = new LinkedHashMap<>();
            now.members().stream().filter(m -> !m.equals(member)).forEach(m -> peers.put(m, ""));
            if (!underlay && !peers.isEmpty()) probes.add(new TunnelsProbe(id, member, peers));
        }
        return probes;
    }
}
