package mcnet.lab;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import mcnet.lab.engine.Consent;
import mcnet.lab.engine.LabException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet lab …}. */
public final class LabCommand {

    public static final String USAGE = """
            usage: mcnet lab up [--name NAME] [--members N] [--server SERVER | --image IMAGE] [--yes]
                                                  create a practice cluster, or repair one
                   mcnet lab status [--name NAME] show the state of its members; without a name, of all labs
                   mcnet lab exec [--name NAME] MEMBER -- COMMAND…
                                                  run a command on a member, as root
                   mcnet lab cluster [--name NAME]
                                                  print its cluster block for a .mcnet file
                   mcnet lab reset [--name NAME]  reset it to its first state
                   mcnet lab down [--name NAME | --all] [--images]
                                                  remove it; with --images also the built images

              --name NAME   which lab; several labs with different names can run (default: lab)
              --members N   number of members, 1 to 9 (default: 3)
              --server SERVER
                            lxd: LXD 5.0; incus: Incus 7.0; incus-6.0: Incus 6.0 (default: lxd)
              --image IMAGE an image of the engine for the members (default: mcnet's own of the server)
              --yes         install a Docker engine without asking, if there is none
            """;

    private static final Map<String, List<String>> OPTIONS = Map.of("up",
            List.of("name", "members", "server", "image", "yes"),
            "status", List.of("name"), "exec", List.of("name"), "cluster", List.of("name"), "reset", List.of("name"),
            "down", List.of("name", "all", "images"));
    private static final List<String> VALUED = List.of("name", "members", "server", "image");

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    public LabCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments what stands behind {@code mcnet lab}
     * @return 0: done, 1: failed, 2: not understood; of {@code exec}, the exit code of the command
     */
    public int run(String... arguments) {
        if (arguments.length == 0 || List.of("help", "--help", "-h").contains(arguments[0])) {
            (arguments.length == 0 ? err : out).print(USAGE);
            return arguments.length == 0 ? MISUSED : OK;
        }
        try {
            List<String> words = List.of(arguments).subList(1, arguments.length);
            if (asksForHelp(arguments[0], words)) {
                out.print(USAGE);
                return OK;
            }
            return run(arguments[0], DefaultParser.builder().setAllowPartialMatching(false).get().parse(
                    options(arguments[0]), words.toArray(String[]::new), arguments[0].equals("exec")));
        } catch (ParseException e) {
            return misused(e.getMessage());
        } catch (LabException e) {
            err.println(e.text());
            return FAILED;
        } catch (DockerException | DockerClientException e) {
            err.println(new LabException("the Docker engine refused", e.getMessage(),
                    "run it again; if that does not help: mcnet lab down, then up").text());
            return FAILED;
        }
    }

    private int run(String verb, CommandLine line) throws ParseException {
        if (!verb.equals("exec") && OPTIONS.containsKey(verb) && !line.getArgList().isEmpty())
            throw new ParseException("unexpected argument: " + String.join(" ", line.getArgList()));
        String name = line.getOptionValue("name", LabSpec.DEFAULT_NAME);
        return switch (verb) {
            case "up" -> up(name, line);
            case "status" -> status(line);
            case "exec" -> exec(name, line.getArgList());
            case "cluster" -> cluster(name);
            case "reset" -> reset(name);
            case "down" -> down(line);
            default -> misused("unknown command 'mcnet lab " + verb + "'");
        };
    }

    private int up(String name, CommandLine line) throws ParseException {
        OptionalInt members = line.hasOption("members")
                ? OptionalInt.of(number(line.getOptionValue("members")))
                : OptionalInt.empty();
        Consent consent = line.hasOption("yes") ? Consent.YES : Consent.ask(err::println);
        long start = System.nanoTime();
        try (Lab lab = Lab.up(new LabSpec(name, members, source(line)), consent,
                err::println)) {
            err.printf("%d members are up after %.1f s; 'mcnet lab cluster%s' prints their cluster block%n",
                    lab.members().size(), (System.nanoTime() - start) / 1e9,
                    name.equals(LabSpec.DEFAULT_NAME) ? "" : " --name " + name);
        }
        return OK;
    }

    private static Optional<MemberSource> source(CommandLine line) throws ParseException {
        if (line.hasOption("server") && line.hasOption("image"))
            throw new ParseException("--server and --image exclude each other: an image contains its server");
        if (line.hasOption("server")) return Optional.of(MemberSource.server(line.getOptionValue("server")));
        return Optional.ofNullable(line.getOptionValue("image")).map(MemberSource.Image::new);
    }

    private int status(CommandLine line) {
        List<String> names = line.hasOption("name") ? List.of(line.getOptionValue("name")) : Lab.names();
        if (names.isEmpty())
            out.println("no lab; 'mcnet lab up' makes one");
        for (String name : names)
            try (Lab lab = find(name)) {
                out.println("lab " + name + ", uplink " + lab.addresses().uplink().subnet() + " and "
                        + lab.addresses().uplink6().subnet() + " on " + lab.uplinkBridge());
                out.println();
                out.println(StatusTable.of(lab.status()));
            }
        return OK;
    }

    private int exec(String name, List<String> words) {
        if (words.size() < 2)
            return misused("exec needs a member and a command");
        boolean dashes = words.get(1).equals("--");
        List<String> command = words.subList(dashes ? 2 : 1, words.size());
        if (command.isEmpty())
            return misused("exec needs a command after the member");
        try (Lab lab = find(name)) {
            return lab.exec(words.getFirst(), command, out, err);
        }
    }

    private int cluster(String name) {
        try (Lab lab = find(name)) {
            out.print(lab.clusterBlock());
        }
        return OK;
    }

    private int reset(String name) {
        try (Lab lab = find(name)) {
            lab.reset();
        }
        return OK;
    }

    private int down(CommandLine line) {
        if (!Lab.wakeEngine(err::println)) {
            err.println("no Docker engine is installed, so no lab exists");
            return OK;
        }
        List<String> names = line.hasOption("all")
                ? Lab.names()
                : List.of(line.getOptionValue("name", LabSpec.DEFAULT_NAME));
        for (String name : names)
            Lab.find(name).ifPresentOrElse(lab -> {
                try (lab) {
                    lab.down();
                    err.println("the lab " + name + " is removed");
                }
            }, () -> err.println("unknown lab " + name));
        if (line.hasOption("images"))
            Lab.removeImages();
        return OK;
    }

    private static Lab find(String name) {
        return Lab.find(name).orElseThrow(() -> new LabException("unknown lab " + name, "",
                name.equals(LabSpec.DEFAULT_NAME) ? "mcnet lab up" : "mcnet lab up --name " + name));
    }

    private int misused(String what) {
        err.println("error: " + what);
        err.print(USAGE);
        return MISUSED;
    }

    private static int number(String text) throws ParseException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ParseException("--members must be a number, not \"" + text + "\"");
        }
    }

    /** Of {@code exec}, what stands behind the member is another command's. */
    private static boolean asksForHelp(String verb, List<String> words) {
        List<String> own = verb.equals("exec") ? words.stream().limit(1).toList() : words;
        return own.contains("--help") || own.contains("-h");
    }

    /** The options of one verb. */
    private static Options options(String verb) {
        Options options = new Options();
        for (String name : OPTIONS.getOrDefault(verb, List.of()))
            options.addOption(Option.builder().longOpt(name).hasArg(VALUED.contains(name)).get());
        return options;
    }
}
