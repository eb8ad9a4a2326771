package mcnet.tests.simulator;

import java.nio.charset.StandardCharsets;

/** How a command ends, and what it printed before, byte by byte. */
public record CommandAnswer(int exit, byte[] out, byte[] err) {

    /** One that worked. */
    public static CommandAnswer of(String out) {
        return new CommandAnswer(0, out.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** One that did not. */
    public static CommandAnswer failed(int exit, String err) {
        return new CommandAnswer(exit, new byte[0], err.getBytes(StandardCharsets.UTF_8));
    }
}
