package mcnet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.gather.Endpoints;
import mcnet.gather.OwnConfig;
import mcnet.model.Cluster;
import mcnet.remote.Endpoint;
import mcnet.remote.FleetException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** How a command reaches the members of its cluster: by the file, the options, the environment and the user's ssh. */
final class Connections {
    private static final String VARIABLE = "MCNET_SSH_CONFIG";

    private Connections() {}

    /** The console is told which options of ssh have no effect. */
    static List<Endpoint> of(Cluster cluster, CommandLine line, Console console) throws ParseException, FleetException {
        Endpoints.Found found = find(cluster, line);
        console.report(found.unused());
        return found.endpoints();
    }

    /** The same once more in one run, with nothing told twice. */
    static List<Endpoint> again(Cluster cluster, CommandLine line) throws ParseException, FleetException {
        return find(cluster, line).endpoints();
    }

    private static Endpoints.Found find(Cluster cluster, CommandLine line) throws ParseException, FleetException {
        Optional<Path> config = Optional
                .ofNullable(line.getOptionValue(Flags.SSH_CONFIG, System.getenv(VARIABLE)))
                .filter(file -> !file.isEmpty()).map(Path::of);
        return Endpoints.of(cluster, Flags.limits(line), new OwnConfig(config));
    }
}
