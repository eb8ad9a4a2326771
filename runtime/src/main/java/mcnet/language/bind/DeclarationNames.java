package mcnet.language.bind;

import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.language.DiagnosticCollector;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.ScalarTypes;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.AddressSyntax;
import mcnet.model.KindName;
import mcnet.schema.Family;
import mcnet.schema.Kind;
import mcnet.schema.NamingRule;

/** Names of declarations: words for most kinds, an address or a network for some. */
public record DeclarationNames(SymbolTable names, DiagnosticCollector findings) {

    /** Empty: it is none, and that is reported. */
    public Optional<String> name(Item.Declaration item, Kind kind) {
        Span span = item.head().span();
        if (!kind.named()) {
            findings.add(nameless(kind.name(), span));
            return Optional.empty();
        }
        try {
            Optional<String> name = name(item.head(), kind);
            if (name.isEmpty() && !(item.head() instanceof Expression.Broken))
                findings.add(Diagnostic.error("MC0266", ExpressionText.of(item.head()) + " cannot be the name"
                        + " of " + ExpressionText.article(kind.name()), new Label(span, ""))
                        .fix("write " + kind.name() + " " + example(kind) + " { … }"));
            if (name.isEmpty())
                findings.doubtNames(Set.of(span.text()));
            return name;
        } catch (InvalidValue wrong) {
            if (wrong.diagnostic != null)
                findings.add(wrong.diagnostic);
            findings.doubtNames(Set.of(span.text()));
            return Optional.empty();
        }
    }

    private Optional<String> name(Expression head, Kind kind) throws InvalidValue {
        String word = ScalarTypes.text(head);
        if (word != null) {
            if (kind.name().equals(KindName.GRANT))
                new ReferenceResolver(names, findings).of(java.util.List.of(KindName.UPLINK), word, head.span());
            return Optional.of(word);
        }
        if (!(head instanceof Expression.Literal))
            return Optional.empty();
        return switch (kind.naming()) {
            case ADDRESS -> Optional.ofNullable(AddressSyntax.address(head, Family.ANY)).map(v -> v.text());
            case ZONE -> Optional.ofNullable(AddressSyntax.network(head, Family.ANY)).map(v -> v.text());
            default -> Optional.empty();
        };
    }

    private static String example(Kind kind) {
        return kind.naming() == NamingRule.ADDRESS
                ? "198.51.100.210"
                : kind.naming() == NamingRule.ZONE ? "shop.example.org" : "NAME";
    }

    /** A block, or a declaration of which there is only one, with a name behind its word. */
    public static Diagnostic nameless(String word, Span span) {
        return Diagnostic.error("MC0265", word + " cannot have a name", new Label(span, ""))
                .why("a declaration contains only one such block").fix("write " + word + " { … }");
    }
}
