package mcnet.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.diagnostic.ControlCharacters;
import mcnet.diagnostic.Span;
import mcnet.observe.SecretRedactor;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Reason;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;
import mcnet.report.terminal.TextWidth;
import mcnet.report.terminal.TextWrap;

/** One change of a plan: the object with its place, then a row for each attribute. */
final class ChangeText {
    private static final String INDENT = " ".repeat(4);
    /** A value is not folded into fewer columns. */
    private static final int NARROWEST = 24;

    private final TextOptions options;
    private final TerminalText text;

    ChangeText(TextOptions options, TerminalText text) {
        this.options = options;
        this.text = text;
    }

    void write(Change change) {
        heading(change);
        List<Row> rows = rows(change);
        table(rows);
        newlyDeclared(change, rows);
        text.append('\n');
    }

    private void heading(Change change) {
        String title = change.shown().glyph() + " " + change.id();
        String note = change.note().isEmpty() ? note(change) : change.note();
        String place = change.span() == null ? "" : SourceLocation.of(change.span());
        text.append(options.style().action(change.shown(), title));
        int width = TextWidth.of(ControlCharacters.escaped(title)) + 3 + TextWidth.of(note) + 3 + TextWidth.of(place);
        boolean folded = !note.isEmpty() && width > options.width();
        if (!note.isEmpty() && !folded) text.append("   ").append(note);
        if (!place.isEmpty()) text.append(options.style().faint("   " + place));
        text.append('\n');
        if (folded)
            TextWrap.lines(note, options.width() - INDENT.length())
                    .forEach(line -> text.line(INDENT + line));
    }

    private static String note(Change change) {
        return switch (change.shown()) {
            case FORGET -> "no longer managed";
            case ADOPT -> change.takesOver() ? "adopted; created by somebody else" : "managed from now on";
            case RELEASE -> "released; unchanged";
            case CREATE, CHANGE, REMOVE -> "";
        };
    }

    private record Row(String attribute, String value, String members, String place) {
        Row membersInValue() {
            return new Row(attribute, members.isEmpty() ? value : value + " " + members, "", place);
        }
    }

    private void table(List<Row> rows) {
        int attribute = width(rows.stream().map(Row::attribute).toList());
        int members = width(rows.stream().map(Row::members).toList());
        int place = width(rows.stream().map(Row::place).toList());
        int room = options.width() - INDENT.length() - attribute - 2 - (members == 0 ? 0 : members + 2)
                - (place == 0 ? 0 : place + 3);
        if (members > 0 && room < width(rows.stream().map(Row::value).toList())) {
            table(rows.stream().map(Row::membersInValue).toList());
            return;
        }
        List<List<String>> values = rows.stream()
                .map(r -> TextWrap.lines(ControlCharacters.escaped(r.value()), Math.max(room, NARROWEST))).toList();
        int value = values.stream().flatMap(List::stream).mapToInt(TextWidth::of)
                .filter(w -> w <= Math.max(room, NARROWEST)).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) row(rows.get(i), values.get(i), attribute, value, members);
    }

    private void row(Row row, List<String> values, int attribute, int value, int members) {
        String line = INDENT + pad(row.attribute(), attribute) + "  " + padded(values.getFirst(), value)
                + (members == 0 ? "" : "  " + pad(row.members(), members));
        if (row.place().isEmpty()) text.line(line.stripTrailing());
        else
            text.append(line + "   ").append(options.style().faint(row.place())).append('\n');
        for (String more : values.subList(1, values.size()))
            text.line(INDENT + " ".repeat(attribute + 2) + more);
    }

    /** What only the mark learns of, in one line; an adoption that changes nothing is one line itself. */
    private void newlyDeclared(Change change, List<Row> rows) {
        if (change.shown() == Action.ADOPT && rows.isEmpty() && !options.verbose()) return;
        String attributes = change.differences().stream().filter(d -> d.reason() == Reason.NEWLY_DECLARED)
                .map(d -> d.field().attribute()).distinct().collect(Collectors.joining(", "));
        if (attributes.isEmpty()) return;
        TextWrap.lines(ControlCharacters.escaped("already as declared: " + attributes),
                options.width() - INDENT.length()).forEach(line -> text.line(INDENT + line));
    }

    /** One row for each attribute and value; members that agree share it. */
    private static List<Row> rows(Change change) {
        Map<List<String>, List<Difference>> groups = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            if (d.field().isElement() || d.reason() == Reason.NEWLY_DECLARED) continue;
            groups.computeIfAbsent(List.of(d.field().attribute(), value(d)), k -> new ArrayList<>()).add(d);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, same) -> {
            String members = same.stream().map(d -> d.field().member()).filter(m -> !m.isEmpty())
                    .collect(Collectors.joining(", "));
            String place = same.stream().map(Difference::span).filter(s -> s != null)
                    .map(s -> SourceLocation.below(change.span(), s)).distinct().collect(Collectors.joining(", "));
            rows.add(new Row(key.get(0), key.get(1), members.isEmpty() ? "" : "on " + members, place));
        });
        change.differences().stream().filter(d -> d.field().isElement() && d.changes())
                .forEach(d -> rows.add(element(change.span(), d)));
        return rows;
    }

    private static Row element(Span heading, Difference d) {
        char sign = (d.after().isEmpty() ? Action.REMOVE : Action.CREATE).glyph();
        return new Row(sign + " " + d.field().attribute(), d.field().element(), "",
                d.span() == null ? "" : SourceLocation.below(heading, d.span()));
    }

    private static String value(Difference d) {
        String note = d.note().isEmpty() ? "unset" : "server default: " + d.note();
        return switch (d.reason()) {
            case MISSING -> shown(d, d.after());
            case DIFFERENT -> (d.before().isEmpty() ? "(unset)" : shown(d, d.before())) + " → " + shown(d, d.after());
            case NO_LONGER_DECLARED -> d.after().isEmpty()
                    ? (d.before().isEmpty() ? "(unset)" : shown(d, d.before())) + " → (" + note + ")"
                    : restored(d);
            case ALREADY_UNSET -> "(unset already; only the mark changes)";
            case NEWLY_DECLARED -> shown(d, d.after());
        };
    }

    private static String restored(Difference d) {
        if (d.before().equals(d.after())) return shown(d, d.before()) + " (unchanged)";
        return (d.before().isEmpty() ? "(unset)" : shown(d, d.before())) + " → " + shown(d, d.after())
                + " (as before adoption)";
    }

    private static String shown(Difference d, String value) {
        String blanked = SecretRedactor.BLANK.blank(d.field().attribute(), value);
        return isText(d.field().attribute()) ? blanked : blanked.replace(",", ", ");
    }

    /** What people wrote, and not a list: its commas are theirs. */
    static boolean isText(String path) {
        return path.equals("description") || path.equals("dnsmasq") || path.endsWith(".description")
                || path.startsWith("user.") || path.startsWith("lxd.") || path.contains(".user.")
                || path.contains(".lxd.");
    }

    private int width(List<String> words) {
        return words.stream().map(ControlCharacters::escaped).mapToInt(TextWidth::of)
                .filter(w -> w <= options.width()).max().orElse(0);
    }

    private static String pad(String word, int width) {
        return padded(ControlCharacters.escaped(word), width);
    }

    private static String padded(String escaped, int width) {
        return escaped + " ".repeat(Math.max(0, width - TextWidth.of(escaped)));
    }
}
