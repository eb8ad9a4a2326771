package mcnet.ssh.transport;

import java.nio.charset.StandardCharsets;

/** What a server sends before it says that it is an SSH server (RFC 4253 section 4.2 lets it), kept for an error. */
public final class ServerGreeting {
    private static final int MOST = 200;
    private final StringBuilder text = new StringBuilder();

    /** @param each a byte, or -1 at the end */
    void add(int each) {
        if (each >= 0 && text.length() < MOST)
            text.append(new String(new byte[]{(byte) each}, StandardCharsets.US_ASCII));
    }

    /** Its first line; empty where there is none. */
    public String line() {
        return text.toString().lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("SSH-"))
                .findFirst().orElse("");
    }
}
