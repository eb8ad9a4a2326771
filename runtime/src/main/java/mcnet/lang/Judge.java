package mcnet.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.lang.Literals.Wrong;
import mcnet.model.Value;
import mcnet.schema.Type;

/** Turns what stands behind an {@code =} into a value of the attribute's type, or says why it is none. */
final class Judge {
    private static final Pattern NIC = Pattern.compile("[-_a-zA-Z0-9.]{2,15}");
    private static final Pattern DOMAIN = Pattern
            .compile(
                    "(?!.{254})[a-zA-Z0-9_]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9_]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9])?)*");

    private final Names names;
    private final Findings findings;

    Judge(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** @param what the attribute as the user knows it; empty: it is wrong, and that is reported */
    Optional<Value> judge(Expression expression, Type type, String what) {
        if (isReported(expression))
            return Optional.empty();
        try {
            Value value = value(expression, type);
            if (value == null)
                findings.add(misfit(expression, type, what));
            return Optional.ofNullable(value);
        } catch (Wrong wrong) {
            if (wrong.diagnostic != null)
                findings.add(wrong.diagnostic);
            return Optional.empty();
        }
    }

    /** Somewhere in it the grammar found something wrong. */
    private static boolean isReported(Expression expression) {
        return switch (expression) {
            case Expression.Broken _ -> true;
            case Expression.ListOf list -> list.elements().stream().anyMatch(Judge::isReported);
            case Expression.Unary u -> isReported(u.operand());
            case Expression.Binary b -> isReported(b.left()) || isReported(b.right());
            case Expression.Index i -> isReported(i.of()) || isReported(i.index());
            case Expression.Call c -> c.arguments().stream().anyMatch(a -> isReported(a.value()));
            default -> false;
        };
    }

    /** The value, or null where the expression is of quite another sort than the type. */
    private Value value(Expression expression, Type type) throws Wrong {
        if (expression instanceof Expression.Binary b && Ranges.isSpaced(b))
            throw Ranges.spaced(b);
        if (isComputed(expression))
            throw new Wrong(Later.error("values that are computed", expression.span()));
        Span span = expression.span();
        return switch (type) {
            case Type.Text _,Type.Path _ -> expression instanceof Expression.Text t
                    ? new Value.Text(t.text(), span)
                    : null;
            case Type.Truth _ -> truth(expression);
            case Type.Whole(long least, long most) -> whole(expression, least, most);
            case Type.Nic _ -> nic(expression);
            case Type.Domain _ -> domain(expression);
            case Type.Mac _ -> mac(expression);
            case Type.Words(List<String> words) -> word(expression, words);
            case Type.Reference(String kind) -> reference(expression, kind);
            case Type.Address(var family) -> Addresses.address(expression, family);
            case Type.Interface(var family) -> Addresses.onNetwork(expression, family);
            case Type.Subnet(var family) -> Addresses.network(expression, family);
            case Type.Range(var family) -> Ranges.range(expression, family);
            case Type.ListOf(Type element) -> list(expression, element);
            case Type.Either(List<Type> types) -> either(expression, types);
        };
    }

    private static boolean isComputed(Expression expression) {
        return switch (expression) {
            case Expression.Text t -> t.text().contains("${");
            case Expression.Call _,Expression.Index _,Expression.Conditional _,Expression.Comprehension _ -> true;
            case Expression.Unary u -> !u.operator().equals("-") || !(u.operand() instanceof Expression.Literal);
            case Expression.Binary _ -> true;
            default -> false;
        };
    }

    /** The first type that takes it; else what the first has to say that nearly does. */
    private Value either(Expression expression, List<Type> types) throws Wrong {
        Wrong nearly = null;
        for (Type type : types) {
            try {
                Value value = value(expression, type);
                if (value != null)
                    return value;
            } catch (Wrong wrong) {
                nearly = nearly == null ? wrong : nearly;
            }
        }
        if (nearly != null)
            throw nearly;
        return null;
    }

    private Value list(Expression expression, Type element) throws Wrong {
        if (!(expression instanceof Expression.ListOf list)) {
            if (value(expression, element) == null)
                return null;
            throw new Wrong(
                    Diagnostic.error("MC0210", "a list of one is still a list", new Label(expression.span(), ""))
                            .fix("write [" + expression.span().text() + "]"));
        }
        List<Value> values = new ArrayList<>();
        boolean whole = true;
        for (Expression each : list.elements()) {
            Optional<Value> value = judge(each, element, "an element of the list");
            whole &= value.isPresent();
            value.ifPresent(values::add);
        }
        if (!whole)
            throw Wrong.REPORTED;
        return new Value.Many(values, list.span());
    }

    private static Value truth(Expression expression) throws Wrong {
        if (expression instanceof Expression.Truth t)
            return new Value.Truth(t.value(), t.span());
        String word = text(expression);
        String meant = word == null ? "" : switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "enabled" -> "true";
            case "false", "no", "off", "0", "disabled" -> "false";
            default -> "";
        };
        if (!meant.isEmpty())
            throw new Wrong(Diagnostic.error("MC0211", "a switch is true or false, not " + expression.span().text(),
                    new Label(expression.span(), "")).fix("write " + meant));
        return null;
    }

    private static Value whole(Expression expression, long least, long most) throws Wrong {
        Span span = expression.span();
        boolean negative = expression instanceof Expression.Unary;
        Expression digits = expression instanceof Expression.Unary u ? u.operand() : expression;
        if (!(digits instanceof Expression.Literal literal) || literal.form() != Expression.Form.WHOLE)
            return null;
        String text = literal.text();
        long number = text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text) * (negative ? -1 : 1);
        if (number < least || number > most)
            throw new Wrong(Diagnostic.error("MC0212", span.text() + " is out of bounds", new Label(span, ""))
                    .why("the server takes " + least + " to " + most)
                    .fix("write a number from " + least + " to " + most));
        return new Value.Whole(number, span);
    }

    private static Value nic(Expression expression) throws Wrong {
        String text = text(expression);
        if (text == null)
            return null;
        if (!NIC.matcher(text).matches())
            throw new Wrong(Diagnostic.error("MC0213", "`" + text + "` cannot be the name of an interface",
                    new Label(expression.span(), text.length() + " characters"))
                    .why("an interface's name has 2 to 15 letters, digits, `-`, `_` and `.`")
                    .fix("write the name that `ip link` shows on the member"));
        return new Value.Word(text, expression.span());
    }

    private static Value domain(Expression expression) throws Wrong {
        String text = text(expression);
        if (text == null)
            return null;
        if (!DOMAIN.matcher(text).matches())
            throw new Wrong(Diagnostic.error("MC0214", "`" + text + "` is no domain name",
                    new Label(expression.span(), ""))
                    .why("its parts have 1 to 63 letters, digits and dashes, with single dots between them")
                    .fix("write it like shop.example.org"));
        return new Value.Text(text, expression.span());
    }

    private static Value mac(Expression expression) throws Wrong {
        String text = expression instanceof Expression.Literal l && l.form() == Expression.Form.ADDRESS6
                ? l.text()
                : text(expression);
        if (text == null)
            return null;
        if (Literals.isMac(text.replace('-', ':')) && text.indexOf('-') > 0)
            throw new Wrong(Diagnostic.error("MC0215", "a MAC address is written with colons",
                    new Label(expression.span(), "")).fix("write " + text.replace('-', ':').toLowerCase(Locale.ROOT)));
        if (!Literals.isMac(text))
            throw new Wrong(Diagnostic.error("MC0216", "`" + text + "` is no MAC address",
                    new Label(expression.span(), ""))
                    .why("a MAC address has six pairs of hexadecimal digits")
                    .fix("write it like 00:16:3e:00:00:01"));
        return new Value.Mac(text.toLowerCase(Locale.ROOT), expression.span());
    }

    private static Value word(Expression expression, List<String> words) throws Wrong {
        String text = text(expression);
        if (text == null)
            return null;
        if (words.contains(text))
            return new Value.Word(text, expression.span());
        String list = String.join(" or ", words);
        throw new Wrong(Diagnostic.error("MC0217", "`" + text + "` is no choice here", new Label(expression.span(), ""))
                .fix(Nearest.to(text, words).map(w -> "did you mean " + w + "?").orElse("write " + list)));
    }

    private Value reference(Expression expression, String kind) throws Wrong {
        String name = text(expression);
        if (name == null)
            return null;
        if (names.declares(kind, name) || findings.mayBeDeclared(name))
            return new Value.Reference(kind, name, expression.span());
        throw new Wrong(References.unknown(names, kind, name, expression.span()));
    }

    private static Diagnostic misfit(Expression expression, Type type, String what) {
        Span span = expression.span();
        String is = Phrases.of(expression);
        if (expression instanceof Expression.ListOf list && list.elements().size() == 1)
            return Diagnostic.error("MC0218", what + " takes one value, not a list", new Label(span, ""))
                    .fix("write " + list.elements().getFirst().span().text());
        Diagnostic error = Diagnostic.error("MC0219", what + " wants " + Phrases.of(type) + ", not " + is,
                new Label(span, ""));
        boolean quotable = (type instanceof Type.Text || type instanceof Type.Path || type instanceof Type.Nic)
                && (expression instanceof Expression.Word || expression instanceof Expression.Literal);
        if (expression instanceof Expression.Text t && t.text().matches("[0-9][0-9a-fA-F.:/-]*"))
            return error.fix("write it without quotes: " + t.text());
        return error.fix(quotable ? "write \"" + span.text() + "\"" : "write it like " + Phrases.example(type));
    }

    /** A word or a text; null for all else. */
    private static String text(Expression expression) {
        return switch (expression) {
            case Expression.Word w -> w.text();
            case Expression.Text t -> t.text();
            default -> null;
        };
    }
}
