package mcnet.remote;

import java.util.List;
import java.util.function.Consumer;
import mcnet.remote.RemoteException.Kind;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;

/**
 * The algorithms that ssh would take with a host. Of those that the library has only these are offered; an empty list
 * restricts nothing.
 *
 * @param keyExchange {@code KexAlgorithms}
 * @param hostKeys {@code HostKeyAlgorithms}
 */
public record Algorithms(List<String> keyExchange, List<String> hostKeys, List<String> ciphers, List<String> macs) {
    public static final Algorithms ANY = new Algorithms(List.of(), List.of(), List.of(), List.of());

    /** @throws RemoteException if none is left that the library has */
    void restrict(Config config, Endpoint to) throws RemoteException {
        restrict("KexAlgorithms", config.getKeyExchangeFactories(), keyExchange, config::setKeyExchangeFactories, to);
        restrict("HostKeyAlgorithms", config.getKeyAlgorithms(), hostKeys, config::setKeyAlgorithms, to);
        restrict("Ciphers", config.getCipherFactories(), ciphers, config::setCipherFactories, to);
        restrict("MACs", config.getMACFactories(), macs, config::setMACFactories, to);
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
