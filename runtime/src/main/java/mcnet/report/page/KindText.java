package mcnet.report.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.language.print.ExpressionText;
import mcnet.schema.Attribute;
import mcnet.schema.Block;
import mcnet.schema.Index;
import mcnet.schema.Kind;
import mcnet.schema.Placement;
import mcnet.schema.StatementKinds;

/** A kind or an attribute of the index in words: the same index by which files are checked. */
public final class KindText {
    private static final String PENDING = "Not supported yet: this version checks it but cannot apply it."
            + " `mcnet check` warns, and a plan refuses it.";

    private KindText() {}

    /** @param path {@code network} or {@code network.ipv4.address} */
    public static Optional<String> of(Index index, String path) {
        int dot = path.indexOf('.');
        if (dot < 0)
            return index.kind(path).map(k -> kind(k, index)).or(() -> StatementText.of(index, path));
        Optional<Kind> kind = index.kind(path.substring(0, dot));
        return kind.flatMap(k -> k.writable(path.substring(dot + 1))).map(a -> attribute(kind.get(), a, index));
    }

    /** All attributes, with their kinds in front. */
    public static List<String> paths(Index index) {
        return index.kinds().values().stream()
                .flatMap(k -> k.writable().stream().map(a -> k.name() + "." + a.path()))
                .toList();
    }

    private static String kind(Kind kind, Index index) {
        StringBuilder text = new StringBuilder(kind.name() + (kind.named() ? " NAME { … }" : " { … }") + "\n\n"
                + kind.doc().sentence() + "\n" + (!kind.supported() ? "\n" + PENDING + "\n" : ""));
        if (!kind.places().equals(Placement.TOP.places()))
            text.append(kind.mayStandIn("") ? "It is written at the top level or in " : "It is written in ")
                    .append(kind.places().stream().filter(p -> !p.isEmpty()).map(KindText::article)
                            .collect(Collectors.joining(" or ")))
                    .append(".\n");
        text.append('\n');
        int width = kind.writable().stream().mapToInt(a -> a.path().length()).max().orElse(0);
        for (Block block : kind.blocks())
            line(text, block.path(), width, block.doc());
        for (Attribute attribute : kind.writable())
            line(text, attribute.path(), width, attribute.doc() + (attribute.isRequired() ? " Required." : "")
                    + (!attribute.isSupported() ? " Not supported yet." : ""));
        List<Kind> nested = index.kinds().values().stream().filter(k -> k.places().contains(kind.name())).toList();
        if (!nested.isEmpty()) {
            text.append("\nDeclarations in it:\n");
            int names = nested.stream().mapToInt(k -> k.name().length()).max().orElse(0);
            for (Kind inner : nested)
                line(text, inner.name(), names,
                        inner.doc().sentence() + (!inner.supported() ? " Not supported yet." : ""));
        }
        if (!kind.statements().isEmpty()) {
            text.append("\nSentences in it:\n");
            for (StatementKinds sort : kind.statements())
                text.append("  ").append(sort.example()).append('\n');
        }
        if (!kind.doc().example().isEmpty())
            text.append("\nFor instance:\n\n").append(kind.doc().example().indent(2));
        return text.toString().stripTrailing();
    }

    private static String article(String kind) {
        return ("aeio".indexOf(kind.charAt(0)) >= 0 || kind.startsWith("up") ? "an " : "a ") + kind;
    }

    private static void line(StringBuilder text, String path, int width, String doc) {
        text.append("  ").append(path).append(" ".repeat(width - Math.min(width, path.length()) + 2)).append(doc)
                .append('\n');
    }

    /** A part's key stands behind that of the object around it. */
    private static String key(Kind kind, Attribute attribute, Index index) {
        return index.kinds().values().stream().flatMap(k -> k.parts().stream()).filter(p -> p.kind().equals(kind))
                .map(p -> p.keys() + "NAME.").findFirst().orElse("") + attribute.key();
    }

    private static String attribute(Kind kind, Attribute attribute, Index index) {
        StringBuilder text = new StringBuilder(
                kind.name() + "." + attribute.path() + "\n\n" + attribute.doc() + "\n\n"
                        + (!attribute.isSupported() || !kind.supported() ? PENDING + "\n\n" : ""));
        text.append("  takes           ").append(ExpressionText.of(attribute.type())).append('\n');
        text.append("  for instance    ").append(attribute.name()).append(" = ")
                .append(ExpressionText.example(attribute.type()))
                .append('\n');
        if (attribute.isRequired())
            text.append("  required\n");
        if (attribute.isPerMember())
            text.append("  per member      by on MEMBER { ").append(attribute.name()).append(" = … }\n");
        if (!attribute.key().isEmpty())
            text.append("  on the server   ").append(key(kind, attribute, index)).append('\n');
        leftOut(text, attribute);
        return text.toString().stripTrailing();
    }

    /** What comes of it where a file does not say it ({@code mcnet.planner.Differences}). */
    private static void leftOut(StringBuilder text, Attribute attribute) {
        if (attribute.isRequired()) return;
        if (!attribute.server().whenUnset().isEmpty())
            text.append("  left out        mcnet sets it to ").append(attribute.server().whenUnset()).append('\n');
        else if (!attribute.key().isEmpty())
            text.append("  left out        a new object gets the server's default")
                    .append(attribute.server().serverDefault().isEmpty()
                            ? ""
                            : ": " + attribute.server().serverDefault())
                    .append('\n')
                    .append("                  values set elsewhere are kept, and are not drift;")
                    .append(" removed from the file, it returns to the default\n");
        else if (!attribute.server().serverDefault().isEmpty())
            text.append("  left out        ").append(attribute.server().serverDefault()).append('\n');
    }
}
