package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * The option {@code --format} of a command.
 *
 * @param formats what it takes, the default first
 */
public record FormatOption<T>(List<Format<T>> formats) {

    @SafeVarargs
    public static <T> FormatOption<T> of(Format<T>... formats) {
        return new FormatOption<>(List.of(formats));
    }

    public Option option() {
        return Option.builder().longOpt("format").hasArg().argName(names("|"))
                .desc("output format; default: " + formats.getFirst().name()).get();
    }

    /** @return empty if there is no format of that name, which the console has said then */
    public Optional<Format<T>> read(CommandLine line, Console console) {
        String name = line.getOptionValue("format", formats.getFirst().name());
        Optional<Format<T>> chosen = formats.stream().filter(f -> f.name().equals(name)).findFirst();
        if (chosen.isEmpty())
            console.err().println(
                    "mcnet: unknown format " + name + ", only " + names(", ").replaceFirst(", (?!.*, )", " and "));
        return chosen;
    }

    private String names(String between) {
        return formats.stream().map(Format::name).collect(Collectors.joining(between));
    }
}
