package mcnet.language.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.tree.Expression;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.ReferenceResolver;
import mcnet.language.bind.SymbolTable;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.AddressRanges;
import mcnet.language.value.AddressSyntax;
import mcnet.model.KindName;
import mcnet.model.Value;
import mcnet.schema.Type;

/** Turns what stands behind an {@code =} into a value of the attribute's type, or says why it is none. */
public final class TypeChecker {
    private final SymbolTable names;
    private final DiagnosticCollector findings;

    public TypeChecker(SymbolTable names, DiagnosticCollector findings) {
        this.names = names;
        this.findings = findings;
    }

    /** @param what the attribute as the user knows it; empty: it is wrong, and that is reported */
    public Optional<Value> judge(Expression expression, Type type, String what) {
        if (isReported(expression))
            return Optional.empty();
        try {
            Value value = value(expression, type);
            if (value == null)
                findings.add((expression instanceof Expression.Word word
                        ? names.value(word.text(), word.span())
                        : Optional.<Diagnostic>empty()).orElseGet(() -> misfit(expression, type, what)));
            return Optional.ofNullable(value);
        } catch (InvalidValue wrong) {
            if (wrong.diagnostic != null)
                findings.add(wrong.diagnostic);
            return Optional.empty();
        }
    }

    /** Somewhere in it the grammar found something wrong. */
    private static boolean isReported(Expression expression) {
        return switch (expression) {
            case Expression.Broken _ -> true;
            case Expression.ListOf list -> list.elements().stream().anyMatch(TypeChecker::isReported);
            case Expression.Unary u -> isReported(u.operand());
            case Expression.Binary b -> isReported(b.left()) || isReported(b.right());
            case Expression.Index i -> isReported(i.of()) || isReported(i.index());
            case Expression.Call c -> c.arguments().stream().anyMatch(a -> isReported(a.value()));
            default -> false;
        };
    }

    /** The value, or null where the expression is of quite another sort than the type. */
    private Value value(Expression expression, Type type) throws InvalidValue {
        if (expression instanceof Expression.Binary b && AddressRanges.isSpaced(b))
            throw AddressRanges.spaced(b);
        Span span = expression.span();
        return switch (type) {
            case Type.Text _,Type.Path _ -> expression instanceof Expression.Text t
                    ? new Value.Text(t.text(), span)
                    : null;
            case Type.Truth _ -> ScalarTypes.truth(expression);
            case Type.Whole(long least, long most) -> ScalarTypes.whole(expression, least, most);
            case Type.Nic _ -> ScalarTypes.nic(expression);
            case Type.Domain _ -> ScalarTypes.domain(expression);
            case Type.Mac _ -> ScalarTypes.mac(expression);
            case Type.Duration(long least, long most) -> ScalarTypes.duration(expression, least, most);
            case Type.Secret _ -> secret(expression);
            case Type.Label _ -> ScalarTypes.text(expression) == null
                    ? null
                    : new Value.Text(ScalarTypes.text(expression), span);
            case Type.Words(List<String> words) -> ScalarTypes.word(expression, words);
            case Type.Reference(String kinds) -> reference(expression, kinds);
            case Type.Address(var family) -> AddressSyntax.address(expression, family);
            case Type.Interface(var family) -> AddressSyntax.onNetwork(expression, family);
            case Type.Subnet(var family) -> AddressSyntax.network(expression, family);
            case Type.Range(var family) -> AddressRanges.range(expression, family);
            case Type.ListOf(Type element) -> list(expression, element);
            case Type.Either(List<Type> types) -> either(expression, types);
        };
    }

    /** The first type that takes it; else what the first has to say that nearly does. */
    private Value either(Expression expression, List<Type> types) throws InvalidValue {
        InvalidValue nearly = null;
        for (Type type : types) {
            try {
                Value value = value(expression, type);
                if (value != null)
                    return value;
            } catch (InvalidValue wrong) {
                boolean far = type instanceof Type.Words(List<String> words)
                        && Suggestion.to(ScalarTypes.text(expression), words).isEmpty();
                nearly = nearly == null && !far ? wrong : nearly;
            }
        }
        if (nearly != null)
            throw nearly;
        return null;
    }

    private Value list(Expression expression, Type element) throws InvalidValue {
        if (!(expression instanceof Expression.ListOf list)) {
            if (value(expression, element) == null)
                return null;
            throw new InvalidValue(
                    Diagnostic.error("MC0210", "a list needs brackets", new Label(expression.span(), ""))
                            .why("this attribute takes a list, and a single element is also written in brackets")
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
            throw InvalidValue.REPORTED;
        return new Value.Many(values, list.span());
    }

    private Value reference(Expression expression, String kinds) throws InvalidValue {
        String name = expression instanceof Expression.Literal l && kinds.equals(KindName.ZONE)
                ? l.text()
                : ScalarTypes.text(expression);
        return name == null
                ? null
                : new ReferenceResolver(names, findings).ofAttribute(List.of(kinds.split(",")), name,
                        expression.span());
    }

    private static Value secret(Expression expression) throws InvalidValue {
        if (SecretReferences.isSecret(expression))
            return new Value.Secret(SecretReferences.place(expression), expression.span());
        if (expression instanceof Expression.Text)
            throw new InvalidValue(Diagnostic.error("MC0227", "a secret must not be written in the file",
                    new Label(expression.span(), "")).why("everyone who can read the file would know it")
                    .fix("write secret(\"env:NAME\") or secret(\"file:PATH\")"));
        return null;
    }

    private static Diagnostic misfit(Expression expression, Type type, String what) {
        Span span = expression.span();
        String is = ExpressionText.of(expression);
        if (expression instanceof Expression.ListOf list && list.elements().size() == 1)
            return Diagnostic.error("MC0218", what + " must be one value, not a list", new Label(span, ""))
                    .fix("write " + list.elements().getFirst().span().text());
        Diagnostic error = Diagnostic.error("MC0219", what + " must be " + ExpressionText.of(type) + ", not " + is,
                new Label(span, "")).why("the server would refuse it, or read it as something else");
        boolean quotable = (type instanceof Type.Text || type instanceof Type.Path || type instanceof Type.Nic)
                && (expression instanceof Expression.Word || expression instanceof Expression.Literal);
        if (expression instanceof Expression.Text t && t.text().matches("[0-9][0-9a-fA-F.:/-]*"))
            return error.fix("write it without quotes: " + t.text());
        if (type instanceof Type.Whole && expression instanceof Expression.Word w && w.text().indexOf('-') > 0)
            return error.why("names may contain dashes, so a minus sign needs a space on both sides")
                    .fix("write " + w.text().replace("-", " - ") + " for a difference");
        return error.fix(quotable ? "write \"" + span.text() + "\"" : "write it like " + ExpressionText.example(type));
    }
}
