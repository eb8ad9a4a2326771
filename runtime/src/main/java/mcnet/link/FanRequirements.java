package mcnet.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.PlanningContext;
import mcnet.observe.Question;

/** What the members must have for a fan: Ubuntu's kernel, and an address in the underlay. */
public final class FanRequirements {
    /** As LXD itself looks for it ({@code lxd/main_init_interactive.go}). */
    private static final String KERNEL = "Ubuntu";

    private FanRequirements() {}

    /** Members whose kernel has no fan: the server would define the network and then fail to start it. */
    public static List<Diagnostic> kernels(Declaration fan, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (String member : now.members()) {
            String kernel = now.seen().member(member, new Question.Machine()).value().path("kernel").asText();
            if (kernel.isEmpty() || kernel.contains(KERNEL)) continue;
            obstacles.add(Diagnostic
                    .error("MC0778", "the kernel of " + member + " has no fan", new Label(fan.span(), ""))
                    .why("only Ubuntu's kernel has it; " + member + " runs " + kernel.strip())
                    .fix("run Ubuntu's kernel on every member, or use a network over OVN"));
        }
        return obstacles;
    }

    /** Members without an address in the underlay: nothing tells which part of the overlay they have. */
    public static List<Diagnostic> addresses(Declaration fan, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        Optional<Value> over = fan.setting("over").map(Setting::value).filter(Value.Subnet.class::isInstance);
        if (over.isEmpty()) return obstacles;
        String overlay = fan.setting("overlay").map(s -> s.value().text()).orElse(FanAddress.OVERLAY);
        for (String member : now.members()) {
            List<String> addresses = Link.of(now.seen(), member).stream().flatMap(l -> l.addresses().stream())
                    .distinct().toList();
            if (addresses.isEmpty() || FanAddress.of(over.get().text(), overlay, addresses).isPresent()) continue;
            obstacles.add(Diagnostic
                    .error("MC0779", member + " has no address in " + over.get().text(),
                            new Label(over.get().span(), member + " has " + String.join(", ", addresses)))
                    .why("each member's part of the overlay follows from its address in the underlay")
                    .fix("write a network in which every member has an address, of /16 or /24"));
        }
        return obstacles;
    }
}
