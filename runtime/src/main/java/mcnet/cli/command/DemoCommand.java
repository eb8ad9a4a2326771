package mcnet.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.cli.Arguments;
import mcnet.cli.Command;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.Main;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.lab.Lab;
import mcnet.lab.LabSpec;
import mcnet.lab.image.ServerDistribution;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet demo}: the whole way once, on a practice cluster, as a user would type it. */
public final class DemoCommand implements Command {
    private static final String EXAMPLE = "examples/shop/shop.mcnet";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "[--server SERVER]";
    }

    @Override
    public String summary() {
        return "Starts a practice cluster and runs check, plan, apply and verify on the example";
    }

    @Override
    public Options options() {
        return new Options().addOption(Option.builder().longOpt("server").hasArg().argName("SERVER")
                .desc("the server of the practice cluster: " + String.join(", ", ServerDistribution.names())
                        + " (default: that of the lab, or lxd)")
                .get());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Arguments.atMost(0, arguments);
        Path home = Path.of(System.getenv().getOrDefault("MCNET_HOME", "."));
        String example = home.resolve(EXAMPLE).toString();
        List<String> words = new ArrayList<>(List.of("lab", "up", "--yes"));
        if (line.hasOption("server")) words.addAll(List.of("--server", line.getOptionValue("server")));
        say(console, "mcnet " + String.join(" ", words));
        int up = new Main(console).run(words.toArray(String[]::new));
        if (up != Exit.DONE) return up;
        Path cluster;
        String client;
        try (Lab lab = Lab.find(LabSpec.DEFAULT_NAME).orElseThrow()) {
            cluster = lab.identity().resolveSibling("cluster.mcnet");
            say(console, "mcnet lab cluster > " + cluster);
            OutputFile.own(cluster, lab.clusterBlock());
            client = lab.client();
        } catch (FileException e) {
            console.report(List.of(e.diagnostic()));
            return Exit.NOTHING_CHANGED;
        }
        String files = example + " " + cluster;
        for (String command : List.of("check " + files, "plan " + files, "apply --yes " + files, "verify " + files,
                "plan --detailed-exitcode " + files)) {
            say(console, "mcnet " + command);
            int status = new Main(console).run(command.split(" "));
            if (status != Exit.DONE) {
                console.err()
                        .println("mcnet demo: this should not have happened; `mcnet lab down` gives you a fresh start");
                return status;
            }
        }
        console.out().lines("""

                Done: the cluster is as the file says, and a second apply changes nothing.

                Try next:
                  edit %1$s, say change shop.lan or add a network, and
                    mcnet plan %1$s %2$s
                  look at the members as you know them:
                    mcnet lab exec micro1 -- %3$s network list
                    mcnet lab exec micro1 -- ovn-nbctl show
                  break something, and see how plan finds it:
                    mcnet lab exec micro1 -- %3$s network set web dns.domain=by.hand
                  and when you are done:
                    mcnet lab down
                """.formatted(example, cluster, client));
        return Exit.DONE;
    }

    private static void say(Console console, String command) {
        console.out().println();
        console.out().println(console.style().bold("$ " + command));
    }
}
