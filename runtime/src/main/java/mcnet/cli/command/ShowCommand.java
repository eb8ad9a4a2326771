package mcnet.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.Format;
import mcnet.cli.FormatOption;
import mcnet.cli.KnownKinds;
import mcnet.cli.PlanKey;
import mcnet.cli.ProgramOptions;
import mcnet.cli.SavedPlanFiles;
import mcnet.diagnostic.ControlCharacters;
import mcnet.model.ClusterConnection;
import mcnet.operation.ApprovedPlan;
import mcnet.operation.PlanOperation;
import mcnet.plan.Plan;
import mcnet.report.text.PlanText;
import mcnet.saved.SavedPlan;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet show}: a saved plan, as {@code plan} printed it. */
public final class ShowCommand implements Command {
    private record SavedPlanReport(SavedPlan saved, PlanOperation planning) {
        Plan plan() {
            return planning.plan(saved.observed()).plan();
        }
    }

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
        return "Shows a saved plan; needs no cluster";
    }

    @Override
    public Options options() {
        return new Options().addOption(formats().option()).addOption(ProgramOptions.modules());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Format<SavedPlanReport>> format = formats().read(line, console);
        if (format.isEmpty()) return Exit.NOTHING_CHANGED;
        if (arguments.size() != 1) throw new ParseException("expected one file that plan --out wrote");
        Optional<SavedPlan> saved = SavedPlanFiles.read(Path.of(arguments.getFirst()), console);
        Optional<CommandInput> input = saved.flatMap(s -> CommandInput.read(s, KnownKinds.of(line), console));
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        PlanOperation planning = input.get().planning(cluster.get(), SavedPlanFiles.goal(saved.get()));
        if (console.report(ApprovedPlan.on(saved.get(), PlanKey.ofNobody()).stale(planning, saved.get().observed())))
            return Exit.NOTHING_CHANGED;
        format.get().print(new SavedPlanReport(saved.get(), planning), line, console);
        return Exit.DONE;
    }

    private static FormatOption<SavedPlanReport> formats() {
        return FormatOption.of(
                Format.text("text", (report, layout) -> PlanText.of(report.plan(), layout)),
                Format.file("json",
                        report -> ControlCharacters.escapedJson(report.saved.plan().toPrettyString()) + "\n"));
    }
}
