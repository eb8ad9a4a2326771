package mcnet.lab.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcnet.lab.engine.CommandExit;
import mcnet.lab.engine.HostShell;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.LabProgress;
import mcnet.lab.engine.OutputTail;

/** The package manager of this machine, if it is Debian or one of its children. */
public final class Apt {

    private static final Path FOLDER = Path.of("/etc/apt");

    private Apt() {}

    public static boolean available() {
        return HostShell.has("apt-get");
    }

    static AptSettings settings() {
        return AptSettings.of(sources(), available() ? HostShell.run("apt-config", "dump").stdout() : "");
    }

    /** @throws LabException with what apt said */
    public static void install(LabProgress progress, String... packages) {
        progress.say("installing " + String.join(" ", packages));
        Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
        HostShell.run(quiet, "apt-get", "-q", "update");
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-y", "--no-install-recommends", "install"));
        command.addAll(List.of(packages));
        CommandExit install = HostShell.run(quiet, command.toArray(String[]::new));
        if (!install.ok())
            throw new LabException("apt-get cannot install " + String.join(" ", packages),
                    OutputTail.of(install.stdout()), "fix the problem that apt-get reports, then run this again");
    }

    /** The distribution's own file comes first, so that its mirror is met before any look-alike. */
    private static List<AptSource> sources() {
        List<AptSource> sources = new ArrayList<>();
        Path list = FOLDER.resolve("sources.list");
        if (Files.exists(list))
            sources.addAll(AptSource.parseOneLine(read(list)));
        Path parts = FOLDER.resolve("sources.list.d");
        Path debian = parts.resolve("debian.sources");
        if (Files.exists(debian))
            sources.addAll(AptSource.parseStanzas(read(debian)));
        if (Files.isDirectory(parts))
            try (Stream<Path> files = Files.list(parts)) {
                for (Path file : files.sorted().toList())
                    if (file.toString().endsWith(".list"))
                        sources.addAll(AptSource.parseOneLine(read(file)));
                else if (file.toString().endsWith(".sources"))
                    sources.addAll(AptSource.parseStanzas(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
