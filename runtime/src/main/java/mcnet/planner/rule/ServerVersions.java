package mcnet.planner.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.product.FirstReleases;
import mcnet.lxd.server.Servers;
import mcnet.model.Declaration;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;
import mcnet.product.Server;
import mcnet.schema.Attribute;

/**
 * What a server is too old for. It says itself what it can do, in {@code api_extensions} of {@code GET /1.0}; version
 * numbers say little, since fixes are taken over into older series, and count only for what no extension tells of.
 */
public final class ServerVersions {
    private ServerVersions() {}

    /** @param extension what the server must list for it */
    private record Use(String what, String extension, Span span) {}

    public static List<Diagnostic> check(PlanningContext now) {
        List<Use> uses = uses(now.program());
        if (uses.isEmpty()) return List.of();
        List<Server> servers = Servers.all(now);
        Map<String, Optional<Server>> lacking = new HashMap<>();
        List<Diagnostic> wrong = new ArrayList<>();
        for (Use use : uses)
            lacking.computeIfAbsent(use.extension,
                    extension -> servers.stream().filter(server -> server.lacks(extension)).findFirst())
                    .ifPresent(server -> wrong.add(old(use, server)));
        return wrong;
    }

    private static List<Use> uses(Program program) {
        List<Use> uses = new ArrayList<>();
        program.each(d -> collect(d, uses));
        uses.removeIf(use -> use.extension.isEmpty());
        return uses;
    }

    private static void collect(Declaration declaration, List<Use> uses) {
        uses.add(new Use("the kind " + declaration.kind().name(), declaration.kind().server().extension(),
                declaration.span()));
        declaration.said().filter(setting -> !isInRefusedBlock(setting, declaration))
                .forEach(setting -> uses.add(new Use(setting.path(), declaration.kind().attribute(setting.path())
                        .map(a -> a.server().extension()).orElse(""), setting.span())));
    }

    /** Its block needs the same of the server, and is said to. */
    private static boolean isInRefusedBlock(Setting setting, Declaration declaration) {
        Optional<Attribute> own = declaration.kind().attribute(setting.path());
        Optional<Attribute> block = own.flatMap(a -> declaration.kind().attribute(a.block()));
        return block.filter(b -> declaration.has(b.path())
                && b.server().extension().equals(own.get().server().extension())).isPresent();
    }

    private static Diagnostic old(Use use, Server server) {
        return Diagnostic.error("MC0740", server.member() + " does not support " + use.what, new Label(use.span, ""))
                .why(FirstReleases.isUnlisted(use.extension)
                        ? server.title() + " does not have it"
                        : "it needs the API extension " + use.extension + ", which version " + server.version()
                                + " does not have")
                .fix(FirstReleases.remedy(use.extension, server.product()));
    }
}
