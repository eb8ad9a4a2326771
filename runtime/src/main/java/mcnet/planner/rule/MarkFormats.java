package mcnet.planner.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.lxd.LxdConfig;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.observe.Question;
import mcnet.ovn.Ovn;
import mcnet.plan.Mark;

/**
 * Marks that a newer mcnet wrote. Nobody can say what such a mark means: which keys of the object are the file's, what
 * else belongs to it. So nothing is planned around one.
 */
public final class MarkFormats {
    private MarkFormats() {}

    /** One error for each object of the program whose mark cannot be read; of any program where all are looked at. */
    public static List<Diagnostic> check(PlanningContext now) {
        List<Diagnostic> unknown = new ArrayList<>();
        now.seen().answers().forEach((asked, answer) -> {
            if (!(asked.question() instanceof Question.Lxd) || !answer.ok()) return;
            if (answer.value().isArray())
                answer.value().forEach(object -> check(asked, object, now, unknown));
            else
                check(asked, answer.value(), now, unknown);
        });
        for (String member : now.members()) {
            Map<String, String> ids = Ovn.externalIds(now.seen(), member);
            unread(ids, Mark.OVS, now.program(), now.whole())
                    .ifPresent(format -> unknown.add(error("Open vSwitch on " + member, format)));
        }
        return unknown.stream().distinct().toList();
    }

    private static void check(Query asked, JsonNode object, PlanningContext now, List<Diagnostic> unknown) {
        if (!object.path("config").isObject()) return;
        unread(LxdConfig.of(object), Mark.PREFIX, now.program(), now.whole())
                .ifPresent(format -> unknown.add(error(title(asked, object), format)));
    }

    private static Optional<String> unread(Map<String, String> config, String prefix, Program program,
            boolean whole) {
        String owner = config.getOrDefault(prefix + "program", "");
        boolean about = whole || owner.isEmpty() || owner.equals(program.name());
        return Mark.unknownFormat(config, prefix).filter(_ -> about);
    }

    /** {@code network web}: the collection that was asked, and what the object is called. */
    private static String title(Query asked, JsonNode object) {
        String path = ((Question.Lxd) asked.question()).path();
        String[] parts = path.replaceFirst("\\?.*", "").split("/");
        String collection = parts.length % 2 == 1 ? parts[parts.length - 1] : parts[parts.length - 2];
        String kind = collection.replaceFirst("^network-", "").replaceFirst("s$", "");
        String name = object.path("name").asText(object.path("listen_address").asText());
        String project = path.contains("project=")
                ? path.replaceFirst(".*project=", "").replaceFirst("&.*", "") + "."
                : "";
        return kind + " " + project + name;
    }

    private static Diagnostic error(String what, String format) {
        return Diagnostic.error("MC0782", "the mark of " + what + " has the unknown format \"" + format + "\"")
                .why("this version of mcnet reads the formats " + String.join(", ", Mark.FORMATS) + "; a newer"
                        + " version wrote this mark")
                .fix("use the version of mcnet that wrote it, or a newer one");
    }
}
