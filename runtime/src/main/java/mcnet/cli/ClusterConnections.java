package mcnet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.collect.MemberEndpoints;
import mcnet.model.ClusterConnection;
import mcnet.ssh.Endpoint;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.config.UserConfig;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** How a command reaches the members of its cluster: by the file, the options, the environment and the user's ssh. */
public final class ClusterConnections {
    private static final String VARIABLE = "MCNET_SSH_CONFIG";

    private ClusterConnections() {}

    /** The console is told which options of ssh have no effect. */
    public static List<Endpoint> of(ClusterConnection cluster, CommandLine line, Console console)
            throws ParseException, UnreachableException {
        MemberEndpoints.Resolution found = find(cluster, line);
        console.report(found.unused());
        return found.endpoints();
    }

    /** The same once more in one run, with nothing told twice. */
    public static List<Endpoint> again(ClusterConnection cluster, CommandLine line)
            throws ParseException, UnreachableException {
        return find(cluster, line).endpoints();
    }

    private static MemberEndpoints.Resolution find(ClusterConnection cluster, CommandLine line)
            throws ParseException, UnreachableException {
        Optional<Path> config = Optional
                .ofNullable(line.getOptionValue(CommonOptions.SSH_CONFIG, System.getenv(VARIABLE)))
                .filter(file -> !file.isEmpty()).map(Path::of);
        return MemberEndpoints.of(cluster, CommonOptions.limits(line), new UserConfig(config));
    }
}
