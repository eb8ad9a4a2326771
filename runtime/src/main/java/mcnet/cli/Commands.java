package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.cli.command.ApplyCommand;
import mcnet.cli.command.CheckCommand;
import mcnet.cli.command.DemoCommand;
import mcnet.cli.command.DestroyCommand;
import mcnet.cli.command.DriftCommand;
import mcnet.cli.command.ExplainCommand;
import mcnet.cli.command.FmtCommand;
import mcnet.cli.command.ImportCommand;
import mcnet.cli.command.LabSubcommand;
import mcnet.cli.command.LogCommand;
import mcnet.cli.command.ObserveCommand;
import mcnet.cli.command.PlanCommand;
import mcnet.cli.command.PrintCommand;
import mcnet.cli.command.ReachCommand;
import mcnet.cli.command.ReleaseCommand;
import mcnet.cli.command.ShowCommand;
import mcnet.cli.command.StatusCommand;
import mcnet.cli.command.TrustCommand;
import mcnet.cli.command.VerifyCommand;

/** All commands, in the order in which one meets them. */
final class Commands {
    private static final List<Command> ALL = List.of(new CheckCommand(), new FmtCommand(), new PrintCommand(),
            new ExplainCommand(), new ReachCommand(), new ImportCommand(), new TrustCommand(),
            new PlanCommand(), new ShowCommand(), new ApplyCommand(), new DriftCommand(), new DestroyCommand(),
            new ReleaseCommand(), new VerifyCommand(), new StatusCommand(), new LogCommand(),
            new ObserveCommand(), new LabSubcommand(), new DemoCommand());

    private Commands() {}

    static List<Command> all() {
        return ALL;
    }

    static Optional<Command> find(String name) {
        return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Command::name).toList();
    }
}
