package mcnet.cli;

import java.util.function.BiFunction;
import java.util.function.Function;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;
import org.apache.commons.cli.CommandLine;

/**
 * A form in which a command shows its result: {@code --format json}.
 *
 * @param forPeople it is laid out for a terminal, and messages stand beside it; one for programs holds them itself
 */
public record Format<T>(String name, boolean forPeople, BiFunction<T, TextOptions, TerminalText> text,
        Function<T, String> file) {

    /** For people. */
    public static <T> Format<T> text(String name, BiFunction<T, TextOptions, TerminalText> view) {
        return new Format<>(name, true, view, null);
    }

    /** For other programs, to the letter. */
    public static <T> Format<T> file(String name, Function<T, String> view) {
        return new Format<>(name, false, null, view);
    }

    public void print(T result, CommandLine line, Console console) {
        if (forPeople) console.out().print(text.apply(result, console.layout(line)));
        else
            console.exact(file.apply(result));
    }
}
