package mcnet.ssh.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.file.InputFile;
import mcnet.system.UserLocale;

/** The user's ssh, asked what its configuration says of hosts; nothing is connected by that. */
public final class SshProgram {
    private final Map<Query, Process> begun = new HashMap<>();
    private final Map<Query, SshConfig> answers = new HashMap<>();
    private final boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ssh")));

    /** A host with what is known of it already, which {@code Match} sees. */
    public record Query(String host, Optional<String> user, Optional<Integer> port, Optional<String> jump,
            Optional<Path> config) {

        /** What ssh does where nobody configured anything; the host is never looked up. */
        static Query withoutConfiguration() {
            return new Query("nowhere.invalid", Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.of(Path.of("none")));
        }

        public List<String> command() {
            Stream.Builder<String> words = Stream.builder();
            words.add("ssh").add("-G");
            config.ifPresent(file -> words.add("-F").add(file.toString()));
            user.ifPresent(name -> words.add("-l").add(name));
            port.ifPresent(number -> words.add("-p").add(number.toString()));
            jump.ifPresent(hops -> words.add("-o").add("ProxyJump=" + hops));
            return words.add("--").add(host).build().toList();
        }
    }

    /** Begins to ask, so that several are asked at the same time. */
    public void begin(Query query) {
        if (!installed) return;
        begun.computeIfAbsent(query, q -> {
            try {
                return UserLocale.restored(new ProcessBuilder(q.command())).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * What ssh says; nothing where there is no ssh.
     *
     * @throws IOException with ssh's words if it cannot read its configuration
     */
    public SshConfig get(Query query) throws IOException {
        if (!installed) return SshConfig.parse("");
        if (answers.containsKey(query)) return answers.get(query);
        begin(query);
        SshConfig answer = read(begun.get(query), query);
        answers.put(query, answer);
        return answer;
    }

    private static SshConfig read(Process ssh, Query query) throws IOException {
        String out = new String(InputFile.drain(ssh.getInputStream(), InputFile.TEXT, "ssh -G"),
                StandardCharsets.UTF_8);
        String err = new String(InputFile.drain(ssh.getErrorStream(), InputFile.TEXT, "ssh -G"),
                StandardCharsets.UTF_8);
        try {
            if (ssh.waitFor() != 0)
                throw new IOException(String.join(" ", query.command()) + " failed: " + sentence(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return SshConfig.parse(out);
    }

    /** Its lines, which end as a terminal in raw mode wants them. */
    private static String sentence(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("; "));
    }
}
