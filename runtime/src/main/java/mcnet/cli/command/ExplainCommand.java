package mcnet.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.cli.Command;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.KnownKinds;
import mcnet.cli.ProgramOptions;
import mcnet.diagnostic.Suggestion;
import mcnet.report.page.CodePage;
import mcnet.report.page.CodePages;
import mcnet.report.page.KindText;
import mcnet.report.terminal.TextWrap;
import mcnet.schema.Index;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code mcnet explain}: more about a code, a kind or an attribute, from what the check itself reads. */
public final class ExplainCommand implements Command {
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
        return "Explains an error code, a kind or an attribute";
    }

    @Override
    public Options options() {
        return new Options().addOption(ProgramOptions.modules());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) {
        KnownKinds kinds = KnownKinds.of(line);
        if (console.report(kinds.problems())) return Exit.NOTHING_CHANGED;
        Index index = kinds.index();
        if (arguments.isEmpty()) {
            console.out().println("Kinds: " + String.join(", ", index.kinds().keySet()));
            console.out().println("`mcnet explain KIND` explains a kind, `mcnet explain MC0331` an error.");
            return Exit.DONE;
        }
        String what = arguments.getFirst();
        Optional<String> text = CodePages.explain(what.toUpperCase(Locale.ROOT)).map(CodePage::text)
                .or(() -> KindText.of(index, what));
        if (text.isEmpty()) {
            List<String> known = Stream.of(CodePages.all().keySet().stream(), index.kinds().keySet().stream(),
                    KindText.paths(index).stream()).flatMap(s -> s).toList();
            console.err().println("mcnet explain: unknown name " + what
                    + Suggestion.to(what, known).map(n -> ", did you mean " + n + "?").orElse(""));
            return Exit.NOTHING_CHANGED;
        }
        console.out().lines(TextWrap.wrapped(text.get(), console.layout(line).width()) + "\n");
        return Exit.DONE;
    }
}
