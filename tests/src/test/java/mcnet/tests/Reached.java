package mcnet.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.gather.Endpoints;
import mcnet.gather.Failures;
import mcnet.gather.Limits;
import mcnet.gather.OwnConfig;
import mcnet.lang.Compiler;
import mcnet.model.Cluster;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.Snippets;
import mcnet.report.Style;
import mcnet.schema.IndexFile;

/**
 * How the asking of one member {@code micro1} went, in this process.
 *
 * @param answers what it answered, empty where it was not reached
 * @param failures what was told instead
 * @param warnings what was told beside
 */
record Reached(Map<Question, Answer> answers, List<Diagnostic> failures, List<Diagnostic> warnings) {
    static final Question LINKS = new Question.Links();
    static final Question SERVER = new Question.Lxd("/1.0");

    /**
     * @param declaration the member in the language
     * @param config a text for {@code ssh_config}, read as the user's own
     */
    static Reached by(Path folder, String declaration, String config, Duration patience) {
        try {
            Path own = Files.createTempFile(folder, "ssh", ".config");
            Files.writeString(own, config);
            Cluster cluster = Compiler.compile(List.of(new Source("t.mcnet", "program t\ncluster c {\n" + declaration
                    + "\n}\n")), IndexFile.shipped()).stamps().getFirst().program().clusters().getFirst();
            return by(cluster, new OwnConfig(Optional.of(own)), patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reached by(Cluster cluster, OwnConfig own, Duration patience) {
        try {
            Endpoints.Found found = Endpoints.of(cluster,
                    new Limits(Optional.of(patience), Optional.of(patience), Optional.empty()), own);
            try (Asking members = Fleet.reading(found.endpoints(), new Tally())) {
                return new Reached(members.ask(Map.of("micro1", Set.of(LINKS, SERVER))).answers().get("micro1"),
                        List.of(),
                        found.unused());
            }
        } catch (FleetException e) {
            return new Reached(Map.of(), Failures.of(e, cluster), List.of());
        }
    }

    /** The failures' codes. */
    String codes() {
        return failures.stream().map(Diagnostic::code).collect(Collectors.joining(" "));
    }

    /** Failures and warnings as they are printed. */
    String text() {
        return new Snippets(Style.PLAIN).all(failures).append(new Snippets(Style.PLAIN).all(warnings)).toString();
    }
}
