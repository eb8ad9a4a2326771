package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.model.Cluster;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import java.nio.file.Path;
import mcnet.saved.SavedPlan;

/** {@code mcnet apply}: plan, question, steps, verification; or what {@code plan --out} saved. */
final class ApplyCommand implements Command {
    @Override
    public String name() {
        return "apply";
    }

    @Override
    public String usage() {
        return "[--yes] [--only KIND=NAME] [FILE… | PLAN]";
    }

    @Override
    public String summary() {
        return "Shows the plan, asks, carries it out and verifies that it works";
    }

    @Override
    public Options options() {
        return Run.options();
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Path> plan = Saved.named(arguments);
        if (plan.isPresent()) return saved(plan.get(), line, console);
        Aim aim = new Aim(Aim.Goal.DECLARED, Selecting.of(line));
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        return new Run(line, console).ask(input.get(), cluster.get(), aim, "Apply this");
    }

    private static int saved(Path file, CommandLine line, Console console) throws ParseException {
        Optional<SavedPlan> saved = Saved.read(file, console);
        Optional<Input> input = saved.flatMap(s -> Input.read(s, Kinds.of(line), console));
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<String> key = cluster.isEmpty() ? Optional.empty() : Saved.key(saved.get(), console);
        if (key.isEmpty()) return Exit.NOTHING_CHANGED;
        return new Run(line, console).as(Agreed.on(saved.get(), key.get()), input.get(), cluster.get(),
                Saved.aim(saved.get()));
    }
}
