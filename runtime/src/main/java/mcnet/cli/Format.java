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
public record Format<T>(String name, boolean forPeople, Printer<T> printer) {

    /** Where a result goes in this form. */
    @FunctionalInterface
    public interface Printer<T> {
        void print(T result, CommandLine line, Console console);
    }

    /** For people. */
    public static <T> Format<T> text(String name, BiFunction<T, TextOptions, TerminalText> view) {
        return new Format<>(name, true,
                (result, line, console) -> console.out().print(view.apply(result, console.layout(line))));
    }

    /** For other programs, to the letter. */
    public static <T> Format<T> file(String name, Function<T, String> view) {
        return new Format<>(name, false, (result, _, console) -> console.exact(view.apply(result)));
    }

    public void print(T result, CommandLine line, Console console) {
        printer.print(result, line, console);
    }
}
