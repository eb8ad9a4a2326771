package mcnet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Suggestion;
import mcnet.system.UserLocale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** {@code mcnet COMMAND …}. */
public final class Main {
    private final Console console;

    public Main(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        Console console = Console.system();
        int status = console.report(unreadable(args)) ? Exit.NOTHING_CHANGED : new Main(console).run(args);
        System.exit(console.end(status));
    }

    /** Arguments that did not come as they were written. */
    private static List<Diagnostic> unreadable(String[] args) {
        return Arrays.stream(args).filter(a -> !UserLocale.isWhole(a)).map(a -> UserLocale.isUtf8()
                ? Diagnostic.error("MC0030", "argument is not UTF-8: " + a)
                        .why("mcnet reads arguments, variables and names of files as UTF-8, whatever the locale is")
                        .fix("write it in UTF-8; to see its bytes: printf %s ARGUMENT | od -c")
                : Diagnostic.error("MC0031", "cannot read the arguments: this system has no locale " + locale())
                        .why("the locale decides how arguments and file names are read, and mcnet needs UTF-8")
                        .fix("set MCNET_LOCALE to a UTF-8 locale that `locale -a` lists"))
                .limit(1).toList();
    }

    private static String locale() {
        return System.getenv().getOrDefault("LC_ALL", "C.UTF-8");
    }

    /** Runs one command and gives its exit status. Whatever happens in it ends here. */
    public int run(String... args) {
        try {
            return command(args);
        } catch (RuntimeException | Error e) {
            return InternalError.report(e, List.of(args), console);
        }
    }

    private int command(String... args) {
        if (args.length == 0 || List.of("help", "--help", "-h").contains(args[0])) return help(args);
        if (List.of("version", "--version", "-V").contains(args[0])) {
            console.out().println("mcnet " + Usage.version());
            return Exit.DONE;
        }
        Optional<Command> command = Commands.find(args[0]);
        if (command.isEmpty()) {
            String hint = Suggestion.to(args[0], Commands.names()).map(c -> "; did you mean " + c + "?").orElse("");
            console.err().println("mcnet: unknown command " + args[0] + hint);
            console.err().println("`mcnet help` lists them.");
            return Exit.NOTHING_CHANGED;
        }
        return run(command.get(), Arrays.copyOfRange(args, 1, args.length));
    }

    private int run(Command command, String[] args) {
        try {
            if (command.readsItsOwnOptions()) return command.run(null, List.of(args), console);
            if (Arguments.askForHelp(List.of(args))) {
                console.out().lines(Usage.of(command));
                return Exit.DONE;
            }
            CommandLine line = Arguments.parse(command, args);
            return command.run(line, line.getArgList(), console.taking(CommonOptions.strict(line)));
        } catch (InvalidArgument e) {
            console.report(e.diagnostics());
            return Exit.NOTHING_CHANGED;
        } catch (ParseException e) {
            console.err().println("mcnet " + command.name() + ": " + e.getMessage());
            console.err().lines(Usage.of(command));
            return Exit.NOTHING_CHANGED;
        }
    }

    private int help(String[] args) {
        if (args.length > 1) {
            Optional<Command> command = Commands.find(args[1]);
            if (command.isPresent()) {
                console.out().lines(Usage.of(command.get()));
                return Exit.DONE;
            }
        }
        console.out().lines(Usage.all());
        return Exit.DONE;
    }
}
