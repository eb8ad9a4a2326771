package mcnet.ssh.auth;

import java.io.Console;
import java.nio.file.Path;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/** Asks for passphrases of private keys, at a terminal and nowhere else. */
final class Passphrases {
    private static final int TRIES = 3;

    private final Console terminal = System.console();

    boolean canAsk() {
        return terminal != null && terminal.isTerminal();
    }

    PasswordFinder of(Path key) {
        return new PasswordFinder() {
            private int asked;

            @Override
            public char[] reqPassword(Resource<?> resource) {
                asked++;
                String before = asked == 1 ? "" : "That does not open it. ";
                char[] typed = terminal.readPassword("%sPassphrase of %s: ", before, key);
                return typed == null ? new char[0] : typed;
            }

            @Override
            public boolean shouldRetry(Resource<?> resource) {
                return asked < TRIES;
            }
        };
    }
}
