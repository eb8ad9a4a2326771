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
import mcnet.collect.ConnectionFailures;
import mcnet.collect.MemberEndpoints;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.Compiler;
import mcnet.model.ClusterConnection;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.report.terminal.Style;
import mcnet.report.text.DiagnosticText;
import mcnet.schema.IndexFile;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.config.TimeoutOptions;
import mcnet.ssh.config.UserConfig;
import mcnet.ssh.transport.TrafficCounter;

/**
 * How the asking of one member {@code micro1} went, in this process.
 *
 * @param answers what it answered, empty where it was not reached
 * @param failures what was told instead
 * @param warnings what was told beside
 */
record ConnectionAttempt(Map<Question, Answer> answers, List<Diagnostic> failures, List<Diagnostic> warnings) {
    static final Question LINKS = new Question.Links();
    static final Question SERVER = new Question.Lxd("/1.0");

    /**
     * @param declaration the member in the language
     * @param config a text for {@code ssh_config}, read as the user's own
     */
    static ConnectionAttempt by(Path folder, String declaration, String config, Duration patience) {
        try {
            Path own = Files.createTempFile(folder, "ssh", ".config");
            Files.writeString(own, config);
            ClusterConnection cluster = Compiler
                    .compile(List.of(new Source("t.mcnet", "program t\ncluster c {\n" + declaration
                            + "\n}\n")), IndexFile.shipped())
                    .perCluster().getFirst().program().clusters().getFirst();
            return by(cluster, new UserConfig(Optional.of(own)), patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionAttempt by(ClusterConnection cluster, UserConfig own, Duration patience) {
        try {
            MemberEndpoints.Resolution found = MemberEndpoints.of(cluster,
                    new TimeoutOptions(Optional.of(patience), Optional.of(patience), Optional.empty()), own);
            try (ReadOnlyConnections members = SshConnections.reading(found.endpoints(), new TrafficCounter())) {
                return new ConnectionAttempt(
                        members.ask(Map.of("micro1", Set.of(LINKS, SERVER))).answers().get("micro1"),
                        List.of(),
                        found.unused());
            }
        } catch (UnreachableException e) {
            return new ConnectionAttempt(Map.of(), ConnectionFailures.of(e, cluster), List.of());
        }
    }

    /** The failures' codes. */
    String codes() {
        return failures.stream().map(Diagnostic::code).collect(Collectors.joining(" "));
    }

    /** Failures and warnings as they are printed. */
    String text() {
        return new DiagnosticText(Style.PLAIN).all(failures).append(new DiagnosticText(Style.PLAIN).all(warnings))
                .toString();
    }
}
