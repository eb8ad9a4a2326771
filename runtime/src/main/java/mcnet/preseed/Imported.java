package mcnet.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.grammar.tree.Item;
import mcnet.lang.Compiled;
import mcnet.lang.Compiler;
import mcnet.lang.Plain;
import mcnet.schema.Index;

/**
 * A preseed as a program.
 *
 * @param text the program; empty where the preseed has errors
 * @param diagnostics what is wrong with the preseed, by MicroCloud's rules and by those of the language
 */
public record Imported(String text, List<Diagnostic> diagnostics) {
    private static final int WIDTH = 100;

    public Imported {
        diagnostics = List.copyOf(diagnostics);
    }

    /** @param name the name of the program and of its cluster, which a preseed does not say */
    public static Imported of(Source source, String name, Index index) {
        List<Diagnostic> found = new ArrayList<>();
        Optional<Preseed> preseed = PreseedReader.read(source, found);
        preseed.ifPresent(p -> new Agreement(p, found).check());
        if (preseed.isEmpty() || hasErrors(found)) return new Imported("", found);
        List<Item> items = new PreseedItems(preseed.get(), name).items();
        Compiled compiled = Compiler.compile(items, source, index);
        found.addAll(compiled.diagnostics());
        found.addAll(Checks.check(compiled.stamps().stream()
                .map(s -> new Checks.Subject(s.cluster(), s.program(), s.doubts())).toList()));
        return new Imported(hasErrors(found) ? "" : text(preseed.get(), items), found);
    }

    private static boolean hasErrors(List<Diagnostic> found) {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    private static String text(Preseed preseed, List<Item> items) {
        StringBuilder text = new StringBuilder();
        comments(preseed).forEach(c -> text.append(wrapped(c)));
        items.forEach(i -> text.append(Plain.of(List.of(i))).append('\n'));
        return Formatter.format(new Source("import", text.toString())).text();
    }

    private static List<String> comments(Preseed preseed) {
        List<String> comments = new ArrayList<>();
        comments.add("From " + preseed.source().name().replaceAll("\\p{Cntrl}", " ") + ", a preseed of MicroCloud "
                + (preseed.version() == 1 ? "1." : "2 or 3."));
        if (preseed.adds())
            comments.add("It adds members to a cluster that exists, so it does not tell of the others.");
        if (!preseed.usesOvn())
            comments.add("It asks for no OVN. MicroCloud then makes the fan lxdfan0, over the members' default route.");
        else if (!preseed.with("ovn_underlay_ip").isEmpty())
            comments.add("It does not name the interface that holds the tunnels' addresses. To have it looked at,"
                    + " declare it: underlay fabric { nic = … }");
        if (!preseed.others().isEmpty())
            comments.add("Not about networks, and so not here: " + String.join(", ", preseed.others()) + ".");
        return comments;
    }

    private static String wrapped(String comment) {
        StringBuilder lines = new StringBuilder("#");
        int width = 1;
        for (String word : comment.split(" ")) {
            if (width + word.length() >= WIDTH) {
                lines.append("\n#");
                width = 1;
            }
            lines.append(' ').append(word);
            width += word.length() + 1;
        }
        return lines.append('\n').toString();
    }
}
