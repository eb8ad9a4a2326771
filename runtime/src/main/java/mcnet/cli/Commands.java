package mcnet.cli;

import java.util.List;
import java.util.Optional;

/** All commands, in the order in which one meets them. */
final class Commands {
    private static final List<Command> ALL = List.of(new CheckCommand(), new FmtCommand(), new PrintCommand(),
            new ExplainCommand(), new ImportCommand(), new TrustCommand(),
            new PlanCommand(), new ShowCommand(), new ApplyCommand(), new DriftCommand(), new DestroyCommand(),
            new ReleaseCommand(), new VerifyCommand(), new StatusCommand(), new LogCommand(),
            new ObserveCommand(), new LabCommands(), new DemoCommand());

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
