package mcnet.language.read;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** {@code secret("env:NAME")} and {@code secret("file:PATH")}: named here, read only when it is sent. */
public final class SecretReferences {
    public static final String FUNCTION = "secret";
    private static final String FILE = "file:";

    private SecretReferences() {}

    public static boolean isSecret(Expression value) {
        return value instanceof Expression.Call;
    }

    /** {@code env:NAME} or {@code file:PATH}; as with imports, a path begins at the file that says it. */
    static String place(Expression secret) {
        Expression.Text said = (Expression.Text) ((Expression.Call) secret).arguments().getFirst().value();
        String text = said.text();
        if (!text.startsWith(FILE) || text.startsWith(FILE + "~/") || text.startsWith(FILE + "/")) return text;
        String from = said.span().source().name();
        return FILE + from.substring(0, from.lastIndexOf('/') + 1) + text.substring(FILE.length());
    }

    public static Expression of(List<Expression> arguments, Span span) throws InvalidValue {
        boolean known = arguments.size() == 1 && arguments.getFirst() instanceof Expression.Text t
                && (t.text().startsWith("env:") || t.text().startsWith(FILE)) && isPlain(t.text());
        if (!known)
            throw new InvalidValue(
                    Diagnostic.error("MC0409", "`secret` needs the place of the secret", new Label(span, ""))
                            .why("a secret in the file would be visible to everyone who can read the file")
                            .fix("write secret(\"env:NAME\") or secret(\"file:PATH\")"));
        return new Expression.Call(new Expression.Word(FUNCTION, span),
                List.of(new Expression.Argument(java.util.Optional.empty(), arguments.getFirst(), span)), span);
    }

    /** A name stands in plans as it is written, so it has no quotes in it. */
    private static boolean isPlain(String place) {
        return place.chars().noneMatch(c -> c == '"' || c < ' ');
    }

    public static InvalidValue refused(Expression secret, String operator) {
        return new InvalidValue(Diagnostic.error("MC0410", "`" + operator + "` cannot be used with a secret",
                new Label(secret.span(), "")).why("the result would reveal the secret")
                .fix("use the secret alone"));
    }
}
