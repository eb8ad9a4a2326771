package mcnet.report.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.plan.UnavailableMember;

/** The members without which something is said. */
public final class UnavailableText {
    private UnavailableText() {}

    /** What must be said beside "nothing is different"; empty where all answered. */
    static String reservation(List<UnavailableMember> members) {
        String silent = members.stream().filter(m -> !m.isReached()).map(UnavailableMember::name)
                .collect(Collectors.joining(", "));
        return silent.isEmpty() ? "" : ", as far as known without " + silent;
    }

    /** As {@code unavailable}: {@code [{"member", "reached", "why"}]}; nothing where all take part. */
    public static void write(ObjectNode root, List<UnavailableMember> members) {
        if (members.isEmpty()) return;
        ArrayNode all = root.putArray("unavailable");
        members.forEach(
                m -> all.addObject().put("member", m.name()).put("reached", m.isReached()).put("why", m.why()));
    }
}
