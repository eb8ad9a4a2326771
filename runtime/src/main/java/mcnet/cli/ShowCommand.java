package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ControlCharacters;
import mcnet.model.Cluster;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import java.nio.file.Path;
import mcnet.report.PlanText;
import mcnet.saved.SavedPlan;

/** {@code mcnet show}: a saved plan, as {@code plan} printed it. */
final class ShowCommand implements Command {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public String usage() {
        return "[--format text|json] PLAN";
    }

    @Override
    public String summary() {
        return "Shows a plan that was saved, and asks no cluster";
    }

    @Override
    public Options options() {
        return new Options().addOption(Flags.format()).addOption(ProgramFlags.modules());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Boolean> json = Flags.json(line, console);
        if (json.isEmpty()) return Exit.NOTHING_CHANGED;
        if (arguments.size() != 1) throw new ParseException("it takes one file, which plan --out wrote");
        Optional<SavedPlan> saved = Saved.read(Path.of(arguments.getFirst()), console);
        Optional<Input> input = saved.flatMap(s -> Input.read(s, Kinds.of(line), console));
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        Planning planning = Planning.of(input.get(), cluster.get(), Saved.aim(saved.get()));
        if (console.report(Agreed.on(saved.get(), PlanKey.ofNobody()).stale(planning, saved.get().observed())))
            return Exit.NOTHING_CHANGED;
        if (json.get()) console.exact(ControlCharacters.escapedJson(saved.get().plan().toPrettyString()) + "\n");
        else
            console.out().print(PlanText.of(planning.plan(saved.get().observed()).plan(), console.style()));
        return Exit.DONE;
    }
}
