package mcnet.lab.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import mcnet.system.UserLocale;

/** Commands on the machine that runs the lab. */
public final class HostShell {

    private HostShell() {}

    public static CommandExit run(String... command) {
        return run(Map.of(), command);
    }

    /** Standard output and standard error come together, as {@code stdout}. */
    public static CommandExit run(Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder = UserLocale.restored(new ProcessBuilder(command)).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes());
            return new CommandExit(process.waitFor(), output, "");
        } catch (IOException e) {
            return new CommandExit(127, e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while " + command[0] + " ran", "", "run it again");
        }
    }

    public static boolean has(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Arrays.stream(path.split(":")).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public static boolean root() {
        return run("id", "-u").text().equals("0");
    }
}
