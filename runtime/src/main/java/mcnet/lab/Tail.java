package mcnet.lab;

import java.util.List;

/** The end of a long output, where the reason of a failure stands. */
final class Tail {

    private static final int LINES = 12;

    private Tail() {}

    static String of(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
