package mcnet.lang;

import java.util.List;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;

/** What belongs to the language but is not built yet. Each is said once, where it stands. */
final class Later {
    /** Kinds, blocks and attributes; a word leaves this list when a module declares it. */
    static final Set<String> WORDS = Set.of("acl", "acls", "acceleration", "access", "backend", "balancer", "bgp",
            "bridge", "driver", "external", "failure_domain", "fan", "firewall", "forward", "grant", "groups", "health",
            "instance", "l3only", "limits", "names", "neighbor", "nics", "offline_after", "offload", "ovn", "pool",
            "profile", "project", "record", "roles", "routing", "secondary", "tagged", "tunnel", "zone", "zones");

    private Later() {}

    static Diagnostic error(String what, Span span) {
        return Diagnostic.error("MC0200", "this version does not build " + what + " yet", new Label(span, ""))
                .why("it belongs to the language and is read, but nothing would be done for it")
                .fix("leave it out for now");
    }

    static List<String> words() {
        return List.copyOf(WORDS);
    }
}
