package mcnet.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.file.Content;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.observe.CallTrace;
import mcnet.report.terminal.TerminalStream;
import mcnet.report.text.TraceText;
import mcnet.ssh.config.TimeoutOptions;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** Options that several commands take. */
public final class CommonOptions {
    static final String SSH_CONFIG = "ssh-config";

    private CommonOptions() {}

    public static Options trace(Options options) {
        return options
                .addOption(Option.builder("v").longOpt("verbose")
                        .desc("print every call and its answer, and checks that are ok").get())
                .addOption(Option.builder().longOpt("log").hasArg().argName("FILE")
                        .desc("append every call and its answer to a file").get());
    }

    /** Who watches the calls: the screen, a file, both or nobody; empty where the file cannot be written. */
    public static Optional<CallTrace> trace(CommandLine line, Console console) {
        List<CallTrace> watchers = new ArrayList<>();
        if (line.hasOption("verbose")) watchers.add(new TraceText(console.err()));
        if (line.hasOption("log")) {
            try {
                watchers.add(new TraceText(new TerminalStream(console.log(Path.of(line.getOptionValue("log"))))));
            } catch (FileException e) {
                console.report(List.of(e.diagnostic()));
                return Optional.empty();
            }
        }
        return Optional.of(CallTrace.of(watchers));
    }

    /** The given options and those that say how members are reached, and how long to wait. */
    public static Options timeouts(Options options) {
        return options
                .addOption(Option.builder().longOpt(SSH_CONFIG).hasArg().argName("FILE")
                        .desc("use FILE instead of ~/.ssh/config; also set by MCNET_SSH_CONFIG")
                        .get())
                .addOption(Option.builder().longOpt("connect-timeout").hasArg().argName("SECONDS")
                        .desc("seconds to wait for the connection to a member; default: 10").get())
                .addOption(Option.builder().longOpt("timeout").hasArg().argName("SECONDS")
                        .desc("seconds to wait for an answer; default: 60 for a query, 300 for a change").get())
                .addOption(Option.builder().longOpt("idle-timeout").hasArg().argName("SECONDS")
                        .desc("seconds a member may be silent during a wait; default: 30").get());
    }

    static TimeoutOptions limits(CommandLine line) throws ParseException {
        return new TimeoutOptions(seconds(line, "connect-timeout"), seconds(line, "timeout"),
                seconds(line, "idle-timeout"));
    }

    private static Optional<Duration> seconds(CommandLine line, String flag) throws ParseException {
        String value = line.getOptionValue(flag);
        if (value == null) return Optional.empty();
        if (!value.matches("[1-9]\\d{0,5}"))
            throw new ParseException("--" + flag + " needs a number of"
                    + " seconds, not " + value);
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }

    public static Option all() {
        return Option.builder().longOpt("all")
                .desc("also show objects on the cluster that the files do not declare; the exit status is the same")
                .get();
    }

    public static boolean all(CommandLine line) {
        return line.hasOption("all");
    }

    public static Option force() {
        return Option.builder().longOpt("force").desc("with --out: overwrite an existing file of another kind").get();
    }

    public static boolean force(CommandLine line) {
        return line.hasOption("force");
    }

    /** The file of {@code --out}; empty where none is named or it may not be written, as the console says then. */
    public static Optional<OutputFile> out(CommandLine line, Content content, Console console) {
        if (!line.hasOption("out")) return Optional.empty();
        try {
            return Optional.of(OutputFile.of(Path.of(line.getOptionValue("out")), content, force(line)));
        } catch (FileException e) {
            console.report(List.of(e.diagnostic()));
            return Optional.empty();
        }
    }

    public static Option strict() {
        return Option.builder().longOpt("strict").desc("treat warnings as errors: exit status 1").get();
    }

    public static boolean strict(CommandLine line) {
        return line.hasOption("strict");
    }

    public static Option yes() {
        return Option.builder("y").longOpt("yes").desc("do not ask").get();
    }

    public static boolean yes(CommandLine line) {
        return line.hasOption("yes");
    }
}
