package mcnet.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.grammar.tree.Item;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.print.ItemText;
import mcnet.schema.Index;

/**
 * A preseed as a program.
 *
 * @param text the program; empty where the preseed has errors
 * @param diagnostics what is wrong with the preseed, by MicroCloud's rules and by those of the language
 */
public record PreseedImport(String text, List<Diagnostic> diagnostics) {
    private static final int WIDTH = 100;

    public PreseedImport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** @param name the name of the program, which a preseed does not say */
    public static PreseedImport of(Source source, String name, Index index) {
        List<Diagnostic> found = new ArrayList<>();
        Optional<Preseed> preseed = PreseedReader.read(source, found);
        preseed.ifPresent(p -> new ConsistencyRules(p, found).check());
        if (preseed.isEmpty() || hasErrors(found)) return new PreseedImport("", found);
        List<Item> items = new PreseedItems(preseed.get(), name).items();
        CompiledPrograms compiled = Compiler.compile(items, source, index);
        found.addAll(compiled.diagnostics());
        found.addAll(Checks.check(compiled.perCluster().stream()
                .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList()));
        return new PreseedImport(hasErrors(found) ? "" : text(preseed.get(), items), found);
    }

    private static boolean hasErrors(List<Diagnostic> found) {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    private static String text(Preseed preseed, List<Item> items) {
        StringBuilder text = new StringBuilder();
        comments(preseed).forEach(c -> text.append(wrapped(c)));
        if (preseed.adds()) {
            lines(preseed).forEach(line -> text.append("#   ").append(line).append('\n'));
            return text.toString();
        }
        items.forEach(i -> text.append(ItemText.of(List.of(i))).append('\n'));
        return Formatter.format(new Source("import", text.toString())).text();
    }

    private static List<String> comments(Preseed preseed) {
        List<String> comments = new ArrayList<>();
        comments.add("From " + preseed.source().name().replaceAll("\\p{Cntrl}", " ") + ", a preseed of MicroCloud "
                + (preseed.version() == 1 ? "1." : "2 or 3."));
        if (preseed.adds())
            comments.add("It adds members to a cluster that exists. Once they have joined, write these lines into the"
                    + " file of that cluster:");
        if (!preseed.others().isEmpty() && preseed.adds())
            comments.addFirst("Not about networks, so not in this"
                    + " file: " + String.join(", ", preseed.others()) + ".");
        if (preseed.adds()) return comments;
        if (!preseed.usesOvn())
            comments.add("It does not use OVN. MicroCloud then creates the fan network lxdfan0 over the"
                    + " members' default route.");
        else if (!preseed.with("ovn_underlay_ip").isEmpty())
            comments.add("It does not name the interface that holds the tunnels' addresses. To let mcnet check"
                    + " it, declare it: underlay fabric { nic = … }");
        if (preseed.usesOvn() && !preseed.hasBothGateways())
            comments.add(
                    "LXD gives network default both families, one of them without a gateway, and refuses every"
                            + " change of it until that family is removed: lxc network set default "
                            + (preseed.network("ipv6_gateway").isEmpty() ? "ipv6" : "ipv4")
                            + ".address=none. So it is declared here as existing; remove `existing` once that"
                            + " is done.");
        if (!preseed.others().isEmpty())
            comments.add("Not about networks, so not in this file: " + String.join(", ", preseed.others()) + ".");
        return comments;
    }

    /** What belongs into the file of the cluster that the systems join. */
    private static List<String> lines(Preseed preseed) {
        List<String> lines = new ArrayList<>();
        lines.add("in the cluster:");
        for (Preseed.System system : preseed.systems())
            lines.add("  member " + ItemText.name(system.name()) + " {"
                    + system.get("address").map(a -> " address = " + a.text() + " ").orElse("")
                    + system.get("ovn_underlay_ip").map(u -> " underlay = " + u.text() + " ").orElse("") + "}");
        List<Preseed.System> plugged = preseed.with("ovn_uplink_interface");
        if (!plugged.isEmpty())
            lines.add("in uplink " + PreseedItems.UPLINK + ", if its nic differs:");
        for (Preseed.System system : plugged)
            lines.add("  on " + ItemText.name(system.name()) + " { nic = "
                    + ItemText.name(system.get("ovn_uplink_interface").get().text()) + " }");
        return lines;
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
