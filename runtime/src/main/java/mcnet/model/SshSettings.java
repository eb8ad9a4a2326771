package mcnet.model;

import java.util.List;
import java.util.Optional;

/**
 * What the file says of SSH; what it leaves out is the user's own configuration's to say.
 *
 * @param identity a private key's file
 * @param knownHosts the file that holds the hosts' keys
 * @param jump machines to pass on the way, as ssh's {@code ProxyJump} has them: {@code root@bastion:2222,inner}
 * @param hostKey the fingerprint of the one host key that is taken: {@code SHA256:…}
 * @param config the file that ssh is to read instead of the user's own configuration
 * @param sudo whether LXD is asked by {@code sudo} in any case
 */
public record SshSettings(Optional<String> user, Optional<Integer> port, Optional<String> identity,
        Optional<Setting> knownHosts, Optional<String> jump, Optional<String> hostKey, Optional<Setting> config,
        boolean sudo) {

    static SshSettings of(List<Declaration> blocks) {
        return new SshSettings(first(blocks, "user"), first(blocks, "port").map(Integer::valueOf),
                first(blocks, "identity"),
                setting(blocks, "known_hosts"), first(blocks, "jump"), first(blocks, "host_key"),
                setting(blocks, "config"),
                first(blocks, "sudo").map(Boolean::valueOf).orElse(false));
    }

    private static Optional<String> first(List<Declaration> blocks, String path) {
        return setting(blocks, path).map(s -> s.value().text());
    }

    private static Optional<Setting> setting(List<Declaration> blocks, String path) {
        return blocks.stream().flatMap(b -> b.setting(path).stream()).findFirst();
    }
}
