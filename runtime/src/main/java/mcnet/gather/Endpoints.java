package mcnet.gather;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Cluster;
import mcnet.model.Member;
import mcnet.model.Ssh;
import mcnet.remote.Endpoint;

/** Where the members of a cluster are reached: what the file says, else what ssh does by itself. */
public final class Endpoints {
    private static final List<String> DEFAULT_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private Endpoints() {}

    public static List<Endpoint> of(Cluster cluster) {
        return cluster.members().stream().map(Endpoints::of).toList();
    }

    private static Endpoint of(Member member) {
        Ssh ssh = member.ssh();
        Path folder = home().resolve(".ssh");
        List<Path> identities = ssh.identity().map(i -> List.of(path(i))).orElseGet(() -> DEFAULT_KEYS.stream()
                .map(folder::resolve).filter(Files::isReadable).toList());
        return new Endpoint(member.name(), member.host(), ssh.port().orElse(22),
                ssh.user().orElse(System.getProperty("user.name")), identities,
                ssh.knownHosts().map(Endpoints::path).orElse(folder.resolve("known_hosts")));
    }

    private static Path path(String written) {
        return Optional.of(written).filter(w -> w.startsWith("~/")).map(w -> home().resolve(w.substring(2)))
                .orElseGet(() -> Path.of(written));
    }

    private static Path home() {
        return Path.of(Stream.of(System.getenv("HOME"), System.getProperty("user.home")).filter(h -> h != null)
                .findFirst().orElseThrow());
    }
}
