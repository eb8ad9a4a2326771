package mcnet.cli.command;

import java.util.List;
import mcnet.cli.Command;
import mcnet.cli.Console;
import mcnet.lab.LabCommand;
import org.apache.commons.cli.CommandLine;

/** {@code mcnet lab …}, which reads its own options. */
public final class LabSubcommand implements Command {
    @Override
    public String name() {
        return "lab";
    }

    @Override
    public String usage() {
        return "up | status | exec | cluster | reset | down";
    }

    @Override
    public String summary() {
        return "Practice clusters on this machine: real LXD, OVN, Open vSwitch and sshd";
    }

    @Override
    public boolean readsItsOwnOptions() {
        return true;
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) {
        return new LabCommand(console.out().exact(), console.err().exact()).run(arguments.toArray(String[]::new));
    }
}
