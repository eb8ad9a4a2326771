package mcnet.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** One word behind {@code mcnet}: what it takes and what it does. */
public interface Command {

    String name();

    /** What stands behind the name in its usage line: {@code [OPTIONS] [FILE…]}. */
    String usage();

    /** One line for the list of commands. */
    String summary();

    default Options options() {
        return new Options();
    }

    /** Whether it gets everything behind its name as arguments. */
    default boolean readsItsOwnOptions() {
        return false;
    }

    /**
     * @return the exit status, as {@link Exit} counts them
     * @throws ParseException if an option does not take such a value
     */
    int run(CommandLine line, List<String> arguments, Console console) throws ParseException;
}
