package mcnet.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs mcnet without its launcher, where a test wants to say what the JVM does. */
final class Java {
    private Java() {}

    /** @param options of the JVM; then two dashes, then mcnet's arguments */
    static Mcnet.Result run(Path classes, String... optionsAndArguments) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(optionsAndArguments);
        int dashes = words.indexOf("--");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(words.subList(0, dashes));
        command.addAll(List.of("-cp", classPath(classes), "mcnet.cli.Main"));
        command.addAll(words.subList(dashes + 1, words.size()));
        Path out = Files.createTempFile("mcnet", ".out");
        Path err = Files.createTempFile("mcnet", ".err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int status = process.waitFor();
        Mcnet.Result said = new Mcnet.Result(status, Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return said;
    }

    /** All jars of a folder, in the order in which the launcher's shell lists them. */
    static String classPath(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString).filter(j -> j.endsWith(".jar")).sorted().collect(Collectors.joining(":"));
        }
    }
}
