package mcnet.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** {@code mcnet check}: what is wrong with the files, without any cluster. */
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "[FILE…]";
    }

    @Override
    public String summary() {
        return "Says what is wrong with the files; needs no cluster";
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) {
        Optional<Input> input = Input.read(arguments, console);
        if (input.isEmpty()) return Exit.NOTHING_CHANGED;
        int count = input.get().program().declarations().size();
        console.out().println("ok: " + count + (count == 1 ? " declaration" : " declarations"));
        return Exit.DONE;
    }
}
