package mcnet.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Nearest;
import mcnet.report.CodePage;
import mcnet.report.Codes;
import mcnet.report.KindText;
import mcnet.schema.Index;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code mcnet explain}: more about a code, a kind or an attribute, from what the check itself reads. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String usage() {
        return "CODE | KIND | KIND.ATTRIBUTE";
    }

    @Override
    public String summary() {
        return "Tells more about an error's code, a kind or an attribute";
    }

    @Override
    public Options options() {
        return new Options().addOption(ProgramFlags.modules());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) {
        Kinds kinds = Kinds.of(line);
        if (console.report(kinds.problems())) return Exit.NOTHING_CHANGED;
        Index index = kinds.index();
        if (arguments.isEmpty()) {
            console.out().println("Kinds: " + String.join(", ", index.kinds().keySet()));
            console.out().println("`mcnet explain KIND` tells more of one, `mcnet explain MC0331` of an error.");
            return Exit.DONE;
        }
        String what = arguments.getFirst();
        Optional<String> text = Codes.explain(what.toUpperCase(Locale.ROOT)).map(CodePage::text)
                .or(() -> KindText.of(index, what));
        if (text.isEmpty()) {
            List<String> known = Stream.of(Codes.all().keySet().stream(), index.kinds().keySet().stream(),
                    KindText.paths(index).stream()).flatMap(s -> s).toList();
            console.err().println("mcnet explain: there is no " + what
                    + Nearest.to(what, known).map(n -> ", did you mean " + n + "?").orElse(""));
            return Exit.NOTHING_CHANGED;
        }
        console.out().lines(text.get() + "\n");
        return Exit.DONE;
    }
}
