package mcnet.lab.engine;

import java.util.List;

/** The end of a long output, where the reason of a failure stands. */
public final class OutputTail {

    private static final int LINES = 12;

    private OutputTail() {}

    public static String of(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
