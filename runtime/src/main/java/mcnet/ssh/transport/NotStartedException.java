package mcnet.ssh.transport;

import java.io.IOException;
import java.util.stream.Stream;

/** Another program answered than the shell that was asked for: a forced command, or a login shell that runs nothing. */
public final class NotStartedException extends IOException {
    private static final int MOST = 200;

    NotStartedException(String out, String err) {
        super(words(out, err));
    }

    private static String words(String out, String err) {
        String first = Stream.of(out, err).flatMap(String::lines).map(String::strip).filter(l -> !l.isEmpty())
                .findFirst().orElse("");
        if (first.isEmpty()) return "it printed nothing";
        return "it printed: " + (first.length() <= MOST ? first : first.substring(0, MOST) + "…");
    }
}
