package mcnet.ssh.auth;

import com.jcraft.jsch.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mcnet.file.IoReason;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.hostkeys.HostKey;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthMethod;

/**
 * The user's private keys. One is read when its turn to be offered comes, and once for all machines, so that nobody is
 * asked for a passphrase twice.
 */
public final class Keyring {
    private final Map<Path, KeyProvider> read = new HashMap<>();
    private final Passphrases passphrases = new Passphrases();

    /**
     * What to try for a login, in ssh's order: the chosen keys that the agent has, the agent's others, the files.
     *
     * @param locked is told of keys that are left out because nobody can be asked for their passphrase
     */
    public List<AuthMethod> offers(Endpoint to, SSHClient client, List<Path> locked) throws RemoteException {
        List<KeyFile> files = files(to);
        Optional<Agent> agent = to.login().agent().map(Agent::new);
        List<Identity> held = agent.isPresent() ? held(agent.get(), to) : List.of();
        List<Identity> usable = held.stream().filter(key -> to.config().algorithms().takeUserKey(key.getAlgName()))
                .toList();
        List<AuthMethod> offers = new ArrayList<>();
        List<KeyFile> own = new ArrayList<>();
        for (KeyFile file : files) {
            List<Identity> same = usable.stream().filter(key -> isOf(key, file)).toList();
            same.forEach(key -> offers.add(offer(agent.get(), key, to)));
            if (same.isEmpty() && file.hasPrivate()) own.add(file);
        }
        if (!to.login().only()) {
            Predicate<Identity> offered = key -> files.stream().anyMatch(file -> isOf(key, file));
            usable.stream().filter(offered.negate()).forEach(key -> offers.add(offer(agent.get(), key, to)));
        }
        for (KeyFile file : own) {
            if (file.encrypted() && !passphrases.canAsk()) locked.add(file.path());
            else
                offers.add(offer(file, to, client));
        }
        return offers;
    }

    private static List<Identity> held(Agent agent, Endpoint to) throws RemoteException {
        try {
            return agent.keys(to.timeouts().connect());
        } catch (Agent.Silent e) {
            throw RemoteException.of(Kind.SILENT_AGENT, to, e);
        }
    }

    private static AuthMethod offer(Agent agent, Identity key, Endpoint to) {
        return new AgentKey(agent, key, to.timeouts().read());
    }

    /** Keys that ssh would not use there; a file that does not tell its type is tried. */
    private static boolean taken(KeyFile file, Endpoint to) {
        return file.publicKey().map(blob -> to.config().algorithms().takeUserKey(HostKey.type(blob))).orElse(true);
    }

    private static boolean isOf(Identity key, KeyFile file) {
        return file.publicKey().filter(bytes -> Arrays.equals(bytes, key.getPublicKeyBlob())).isPresent();
    }

    private static List<KeyFile> files(Endpoint to) throws RemoteException {
        List<KeyFile> files = new ArrayList<>();
        for (Path identity : to.login().identities()) {
            try {
                KeyFile file = KeyFile.read(identity);
                if (taken(file, to)) files.add(file);
            } catch (IOException e) {
                if (to.login().chosen()) throw bad(to, identity, e);
            }
        }
        return files;
    }

    private AuthMethod offer(KeyFile file, Endpoint to, SSHClient client) throws RemoteException {
        KeyProvider lazy = new Lazy(file, client);
        try {
            if (to.login().chosen() && !file.encrypted()) lazy.getPrivate();
        } catch (IOException | RuntimeException e) {
            throw bad(to, file.path(), e);
        }
        return new SignedKey(lazy);
    }

    private static RemoteException bad(Endpoint to, Path identity, Exception e) {
        return new RemoteException(Kind.BAD_IDENTITY, to, identity + " is not a usable private key: " + IoReason.of(e),
                e);
    }

    private synchronized KeyProvider load(KeyFile file, SSHClient client) throws IOException {
        KeyProvider key = read.get(file.path());
        if (key == null) {
            key = client.loadKeys(file.path().toString(), file.encrypted() ? passphrases.of(file.path()) : null);
            try {
                key.getPrivate();
            } catch (RuntimeException e) {
                throw new IOException(e);
            }
            read.put(file.path(), key);
        }
        return key;
    }

    /** A key that is read when it is needed. */
    private final class Lazy implements KeyProvider {
        private final KeyFile file;
        private final SSHClient client;

        Lazy(KeyFile file, SSHClient client) {
            this.file = file;
            this.client = client;
        }

        @Override
        public PrivateKey getPrivate() throws IOException {
            return load(file, client).getPrivate();
        }

        @Override
        public PublicKey getPublic() throws IOException {
            return load(file, client).getPublic();
        }

        @Override
        public KeyType getType() throws IOException {
            return load(file, client).getType();
        }
    }
}
