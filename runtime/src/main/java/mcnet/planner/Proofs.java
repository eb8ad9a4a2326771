package mcnet.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.module.Availability;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.module.proof.ChassisOfMembers;
import mcnet.module.proof.ControllerAnswers;
import mcnet.module.proof.MemberOnline;
import mcnet.module.proof.TunnelEnd;
import mcnet.module.proof.TunnelsUp;
import mcnet.module.proof.Unseen;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.UnavailableMember;
import mcnet.plan.Wanted;

/** What must be seen when all is as the program says: of the members, of what others own, of what is declared. */
final class Proofs {
    private static final List<String> ON_OVN = List.of("network", "uplink", "underlay");

    private Proofs() {}

    /** None where the program wants nothing, as when all of it is to go. */
    static List<Proof> of(Situation now, List<Module> modules) {
        if (now.program().declarations().stream().allMatch(d -> d.kind().describes())) return List.of();
        List<Proof> proofs = new ArrayList<>();
        for (UnavailableMember member : Availability.unavailable(now)) {
            ResourceId id = new ResourceId("member", member.name());
            proofs.add(member.isReached() ? new MemberOnline(id) : new Unseen(id, "its part", member.why()));
        }
        proofs.addAll(ofMembers(now));
        proofs.addAll(Claims.proofs(now, modules));
        for (Module module : modules) {
            String kind = module.kind().name();
            now.program().existing(kind).forEach(d -> proofs.addAll(module.proofs(d, now)));
            now.program().all(kind).forEach(d -> proofs.addAll(of(d, module, now)));
        }
        return proofs;
    }

    private static List<Proof> of(Declaration declaration, Module module, Situation now) {
        Wanted wanted = module.wanted(declaration, now);
        return module.unknown(declaration, now)
                .map(why -> List.<Proof>of(new Unseen(wanted.id(), "as declared", why)))
                .orElseGet(() -> module.proofs(wanted, now));
    }

    /** The members as parts of OVN, where the program has anything that is made of it. */
    private static List<Proof> ofMembers(Situation now) {
        boolean onOvn = ON_OVN.stream().anyMatch(kind -> Stream
                .concat(now.program().all(kind), now.program().existing(kind)).findAny().isPresent());
        if (!onOvn) return List.of();
        boolean underlay = now.program().ofKind("underlay").findAny().isPresent();
        List<Proof> proofs = new ArrayList<>();
        proofs.add(new ChassisOfMembers(new ResourceId("cluster", now.cluster().name()), now.members()));
        for (String member : now.members()) {
            ResourceId id = new ResourceId("member", member);
            proofs.add(new ControllerAnswers(id, member));
            proofs.add(new TunnelEnd(id, member));
            // A declared underlay says the addresses itself, and proves the tunnels to them.
            SequencedMap<String, String> peers = new LinkedHashMap<>();
            now.members().stream().filter(m -> !m.equals(member)).forEach(m -> peers.put(m, ""));
            if (!underlay && !peers.isEmpty()) proofs.add(new TunnelsUp(id, member, peers));
        }
        return proofs;
    }
}
