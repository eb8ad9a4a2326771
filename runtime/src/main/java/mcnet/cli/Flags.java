package mcnet.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Options that several commands take. */
final class Flags {
    private Flags() {}

    static Option format() {
        return Option.builder().longOpt("format").hasArg().argName("text|json").desc("how to print it; text by default")
                .get();
    }

    /** Whether JSON is wanted; empty where the word is neither, which the console has said then. */
    static Optional<Boolean> json(CommandLine line, Console console) {
        return switch (line.getOptionValue("format", "text")) {
            case "text" -> Optional.of(false);
            case "json" -> Optional.of(true);
            case String other -> {
                console.err().println("mcnet: there is no format " + other + ", only text and json");
                yield Optional.empty();
            }
        };
    }

    static Option yes() {
        return Option.builder("y").longOpt("yes").desc("do not ask").get();
    }

    static boolean yes(CommandLine line) {
        return line.hasOption("yes");
    }
}
