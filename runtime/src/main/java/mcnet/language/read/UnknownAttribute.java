package mcnet.language.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.tree.Name;
import mcnet.language.print.ExpressionText;
import mcnet.schema.Attribute;
import mcnet.schema.Block;
import mcnet.schema.Kind;
import mcnet.schema.StatementKinds;
import mcnet.schema.Type;

/** A name that a kind does not have, with what was probably meant: a word nearby, or the server's own key. */
final class UnknownAttribute {
    private final ProgramReader program;
    private final Kind kind;
    private final Span declaration;

    UnknownAttribute(ProgramReader program, Kind kind, Span declaration) {
        this.program = program;
        this.kind = kind;
        this.declaration = declaration;
    }

    /** @param value the user's own, or empty */
    void report(Name key, BodyPlace place, String value) {
        String path = place.prefix() + key.text();
        List<String> known = Stream.concat(kind.writable().stream().map(Attribute::path),
                kind.blocks().stream().map(Block::path)).filter(p -> isDirectlyIn(p, place.prefix()))
                .map(p -> p.substring(place.prefix().length())).collect(Collectors.toCollection(ArrayList::new));
        Optional<String> own = Suggestion.to(key.text(), known);
        if (place.prefix().isEmpty())
            program.index.kinds().values().stream().filter(k -> k.places().contains(kind.name())).map(Kind::name)
                    .forEach(known::add);
        Optional<String> nearest = own.or(() -> Suggestion.to(key.text(), known));
        nearest.ifPresent(n -> program.findings.doubt(declaration, place.prefix() + n));
        Optional<Attribute> byKey = kind.writable().stream()
                .filter(a -> a.key().equals(key.text()) || a.path().equals(path) && path.indexOf('.') > 0)
                .findFirst();
        byKey.ifPresent(a -> program.findings.doubt(declaration, a.path()));
        String where = place.prefix().isEmpty()
                ? kind.named() ? ExpressionText.article(kind.name()) : kind.name()
                : "the block " + path.substring(0, path.length() - key.text().length() - 1);
        Diagnostic error = Diagnostic.error("MC0277", "unknown attribute \"" + key.text() + "\""
                + " of " + where, new Label(key.span(), ""));
        program.findings.add(byKey.isPresent()
                ? error.why("LXD's key " + byKey.get().key() + " is called " + byKey.get().path()
                        + (byKey.get().block().isEmpty() ? " in mcnet" : " in mcnet, with a block for each dot"))
                        .fix(spelled(byKey.get(), value))
                : error.why("mcnet could not apply an attribute that the kind does not have")
                        .fix(nearest.map(n -> "did you mean " + n + "?")
                                .orElse("it has: " + String.join(", ", known) + sentences(place))));
    }

    /** Of what a kind mostly consists. */
    private String sentences(BodyPlace place) {
        return kind.statements().stream().filter(s -> place.prefix().isEmpty() && s != StatementKinds.DEFAULTS)
                .findFirst()
                .map(s -> "; and sentences, such as: " + s.example()).orElse("");
    }

    private static String spelled(Attribute attribute, String value) {
        String inner = attribute.name() + " = "
                + (value.isEmpty() ? ExpressionText.example(attribute.type()) : own(value, attribute.type()));
        String[] blocks = attribute.block().isEmpty() ? new String[0] : attribute.block().split("\\.");
        for (int i = blocks.length - 1; i >= 0; i--)
            inner = blocks[i] + " { " + inner + " }";
        return "write " + inner;
    }

    /** The user's own value as the language writes it: only texts have quotes, lists have brackets. */
    private static String own(String value, Type type) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String bare = quoted && !(type instanceof Type.Text) && !(type instanceof Type.Secret)
                ? value.substring(1, value.length() - 1)
                : value;
        return type instanceof Type.ListOf && !bare.startsWith("[") ? "[" + bare.replaceAll(",\\s*", ", ") + "]" : bare;
    }

    private static boolean isDirectlyIn(String path, String prefix) {
        return path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0;
    }
}
