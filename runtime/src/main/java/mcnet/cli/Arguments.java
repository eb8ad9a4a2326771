package mcnet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import mcnet.diagnostic.Suggestion;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The words behind a command: each option by its whole name, and once unless it may be repeated. */
public final class Arguments {
    private static final Set<String> REPEATED = Set.of("set", "set-file", "only");
    private static final List<String> HELP = List.of("--help", "-h");
    private static final String END = "--";

    private Arguments() {}

    /** Whether they ask for the command's help; what stands behind {@code --} belongs to others. */
    static boolean askForHelp(List<String> words) {
        int end = words.indexOf(END);
        return (end < 0 ? words : words.subList(0, end)).stream().anyMatch(HELP::contains);
    }

    /** The options of a command with those that all commands take. */
    static Options options(Command command) {
        Options options = command.options();
        if (!options.hasLongOption("verbose"))
            options.addOption(Option.builder("v").longOpt("verbose")
                    .desc("print the stack trace of an internal error").get());
        return options;
    }

    static CommandLine parse(Command command, String[] words) throws ParseException {
        Options options = options(command);
        CommandLine line;
        try {
            line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, words);
        } catch (UnrecognizedOptionException e) {
            throw new ParseException(unknown(e.getOption(), options));
        }
        for (Option option : options.getOptions()) {
            String name = option.getLongOpt();
            if (option.hasArg() && !REPEATED.contains(name) && count(line, name) > 1)
                throw new ParseException("duplicate option --" + name + ": give it once");
        }
        return line;
    }

    private static int count(CommandLine line, String name) {
        String[] values = line.getOptionValues(name);
        return values == null ? 0 : values.length;
    }

    private static String unknown(String option, Options options) {
        String name = option.replaceFirst("^-+", "").replaceFirst("=.*", "");
        List<String> names = options.getOptions().stream().map(Option::getLongOpt).toList();
        List<String> longer = names.stream().filter(n -> !name.isEmpty() && n.startsWith(name)).toList();
        String near = longer.size() == 1 ? longer.getFirst() : Suggestion.to(name, names).orElse("");
        return "unknown option " + option + (near.isEmpty() ? "" : "; did you mean --" + near + "?");
    }

    /** @throws ParseException where there are more than so many words that are no options */
    public static void atMost(int count, List<String> words) throws ParseException {
        if (words.size() > count)
            throw new ParseException("unexpected argument: " + String.join(" ", words.subList(count, words.size())));
    }
}
