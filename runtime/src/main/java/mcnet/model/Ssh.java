package mcnet.model;

import java.util.List;
import java.util.Optional;

/**
 * What the file says of SSH; what it leaves out is the user's own configuration's to say.
 *
 * @param identity a private key's file
 * @param knownHosts the file that holds the hosts' keys
 */
public record Ssh(Optional<String> user, Optional<Integer> port, Optional<String> identity,
        Optional<String> knownHosts) {

    static Ssh of(List<Declaration> blocks) {
        return new Ssh(first(blocks, "user"), first(blocks, "port").map(Integer::valueOf), first(blocks, "identity"),
                first(blocks, "known_hosts"));
    }

    private static Optional<String> first(List<Declaration> blocks, String path) {
        return blocks.stream().flatMap(b -> b.setting(path).stream()).map(s -> s.value().text()).findFirst();
    }
}
