package mcnet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Properties;
import org.apache.commons.cli.Option;

/** What {@code mcnet help} says. */
final class Usage {
    private Usage() {}

    static String all() {
        StringBuilder text = new StringBuilder("""
                mcnet describes the networks of a MicroCloud, LXD or Incus cluster in .mcnet files,
                shows what would change, and changes it.

                Usage: mcnet COMMAND [OPTIONS] [FILE…]

                """);
        int width = Commands.names().stream().mapToInt(String::length).max().orElse(0);
        for (Command command : Commands.all()) {
            text.append("  ").append(command.name()).append(" ".repeat(width - command.name().length() + 2))
                    .append(command.summary()).append('\n');
        }
        return text.append("""

                Without a FILE the current folder is read; a folder means all its .mcnet files.
                `mcnet help COMMAND` explains one command.
                """).toString();
    }

    static String of(Command command) {
        StringBuilder text = new StringBuilder("Usage: mcnet " + command.name() + " " + command.usage() + "\n\n"
                + command.summary() + "\n");
        if (!command.readsItsOwnOptions()) text.append('\n').append(options(command));
        return text.toString();
    }

    private static String options(Command command) {
        Collection<Option> options = Arguments.options(command).getOptions();
        int width = options.stream().map(Usage::flag).mapToInt(String::length).max().orElse(0) + 2;
        StringBuilder text = new StringBuilder();
        options.forEach(o -> text.append("  ").append(flag(o)).append(" ".repeat(width - flag(o).length()))
                .append(o.getDescription()).append('\n'));
        return text.toString();
    }

    private static String flag(Option option) {
        return (option.getOpt() == null ? "" : "-" + option.getOpt() + ", ") + "--" + option.getLongOpt()
                + (option.hasArg() ? " " + option.getArgName() : "");
    }

    static String version() {
        try (InputStream file = Usage.class.getResourceAsStream("/mcnet/version.properties")) {
            Properties properties = new Properties();
            if (file != null) properties.load(file);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
