package mcnet.module.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mcnet.module.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The member's OVS maps the uplink to a bridge that exists. LXD plugs an uplink in with the first OVN network on it
 * ({@code lxd/network/driver_ovn.go startUplinkPort}), so an unused one has nothing to see.
 */
public record UplinkPlugged(ResourceId subject, String member) implements Proof {

    @Override
    public String claim() {
        return "bridged on " + member;
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(LxdNetworks.list(), Ovn.externalIds(member), Asked.member(member, Ovn.BRIDGES));
    }

    @Override
    public Verdict judge(Observed seen) {
        if (!used(seen)) return Verdict.holds("no network on it yet");
        Answer answer = seen.of(Ovn.externalIds(member));
        if (!answer.ok()) return Verdict.fails(answer.error());
        String mappings = Ovn.externalIds(seen, member).getOrDefault("ovn-bridge-mappings", "");
        Optional<String> bridge = Arrays.stream(mappings.split(","))
                .map(String::trim)
                .filter(m -> m.startsWith(subject.name() + ":"))
                .map(m -> m.substring(subject.name().length() + 1))
                .findFirst();
        if (bridge.isEmpty()) return Verdict.fails("ovn-bridge-mappings has no " + subject.name());
        boolean exists = Rows.of(seen.member(member, Ovn.BRIDGES)).stream()
                .anyMatch(row -> Rows.text(row.get("name")).equals(bridge.get()));
        return Verdict.of(exists, exists ? bridge.get() : "bridge " + bridge.get() + " does not exist");
    }

    private boolean used(Observed seen) {
        return LxdNetworks.seen(subject, seen).filter(n -> !n.path("used_by").isEmpty()).isPresent();
    }
}
