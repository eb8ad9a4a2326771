package mcnet.ssh.transport;

import java.util.List;
import java.util.function.Consumer;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.RemoteException;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;

/**
 * The algorithms that ssh would take with a host. Of those that the library has only these are offered; an empty list
 * restricts nothing.
 *
 * @param keyExchange {@code KexAlgorithms}
 * @param hostKeys {@code HostKeyAlgorithms}
 * @param userKeys {@code PubkeyAcceptedAlgorithms}
 * @param authorities {@code CASignatureAlgorithms}
 * @param rsaBits {@code RequiredRSASize}, of host keys
 */
public record Algorithms(List<String> keyExchange, List<String> hostKeys, List<String> ciphers, List<String> macs,
        List<String> userKeys, List<String> authorities, int rsaBits) {
    private static final String RSA = "ssh-rsa";
    private static final List<String> RSA_SIGNATURES = List.of("rsa-sha2-512", "rsa-sha2-256");

    /** @throws RemoteException if none is left that the library has */
    public void restrict(Config config, Endpoint to) throws RemoteException {
        restrict("KexAlgorithms", config.getKeyExchangeFactories(), keyExchange, config::setKeyExchangeFactories, to);
        restrict("HostKeyAlgorithms", config.getKeyAlgorithms(), hostKeys, config::setKeyAlgorithms, to);
        restrict("Ciphers", config.getCipherFactories(), ciphers, config::setCipherFactories, to);
        restrict("MACs", config.getMACFactories(), macs, config::setMACFactories, to);
    }

    /** @param type {@code ssh-ed25519}; a key of RSA signs in several ways */
    public boolean takeUserKey(String type) {
        return userKeys.isEmpty() || userKeys.contains(type)
                || type.equals(RSA) && RSA_SIGNATURES.stream().anyMatch(userKeys::contains);
    }

    private static <T> void restrict(String option, List<Factory.Named<T>> all, List<String> taken,
            Consumer<List<Factory.Named<T>>> set, Endpoint to) throws RemoteException {
        if (taken.isEmpty()) return;
        List<Factory.Named<T>> left = all.stream().filter(each -> taken.contains(each.getName())).toList();
        if (left.isEmpty())
            throw new RemoteException(Kind.BAD_CONFIG, to,
                    "mcnet has none of the algorithms that " + option + " takes: " + String.join(", ", taken), null);
        set.accept(left);
    }
}
