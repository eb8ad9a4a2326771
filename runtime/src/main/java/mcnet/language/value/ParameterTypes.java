package mcnet.language.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.Parameter;
import mcnet.grammar.tree.TypeExpression;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.SymbolTable;
import mcnet.language.bind.UnknownNames;
import mcnet.language.load.BlueprintLibrary;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.ScalarTypes;
import mcnet.language.read.SecretReferences;
import mcnet.language.read.TypeChecker;
import mcnet.schema.Family;
import mcnet.schema.Index;
import mcnet.schema.Type;

/** Types of parameters, and whether a value is of one. */
public final class ParameterTypes {
    private static final Map<String, Type> TYPES = new LinkedHashMap<>();
    static {
        TYPES.put("string", new Type.Text());
        TYPES.put("number", new Type.Whole(Long.MIN_VALUE, Long.MAX_VALUE));
        TYPES.put("switch", new Type.Truth());
        TYPES.put("address", new Type.Address(Family.ANY));
        TYPES.put("interface", new Type.Interface(Family.ANY));
        TYPES.put("subnet", new Type.Subnet(Family.ANY));
        TYPES.put("range", new Type.Range(Family.ANY));
        TYPES.put("mac", new Type.Mac());
        TYPES.put("nic", new Type.Nic());
        TYPES.put("domain", new Type.Domain());
        TYPES.put("port", new Type.Whole(1, 65535));
    }

    private final Index index;
    private final DiagnosticCollector findings;
    /** What other languages call a type. */
    private static final Map<String, String> ELSEWHERE = Map.of("bool", "switch", "boolean", "switch", "int", "number",
            "integer", "number", "str", "string", "text", "string", "ip", "address", "cidr", "subnet", "prefix",
            "subnet");

    private final TypeChecker judge;

    public ParameterTypes(Index index, DiagnosticCollector findings) {
        this.index = index;
        this.findings = findings;
        this.judge = new TypeChecker(
                SymbolTable.of(index, List.of(), Map.of(), "", Scope.of(new BlueprintLibrary()), findings), findings);
    }

    /** The value as its parameter's type has it; empty: it is not of that type, and that is reported. */
    public Optional<Expression> fitting(Expression value, TypeExpression shape, String what) {
        int before = findings.diagnostics().size();
        Optional<Expression> fitting = ofShape(value, shape, what);
        List<Diagnostic> found = findings.diagnostics();
        for (int i = before; i < found.size(); i++)
            found.set(i, typed(found.get(i), shape, what));
        return fitting;
    }

    /** The error of a wrong value says which type the parameter has. */
    private static Diagnostic typed(Diagnostic wrong, TypeExpression shape, String what) {
        Label declared = new Label(shape.span(), what + " is of type " + shape.span().text());
        if (!wrong.isError() || wrong.labels().stream().anyMatch(l -> l.span().equals(shape.span())))
            return wrong;
        List<Label> labels = new ArrayList<>(wrong.labels());
        labels.add(declared);
        return new Diagnostic(wrong.severity(), wrong.code(), wrong.message(), labels, wrong.why(), wrong.fix());
    }

    private Optional<Expression> ofShape(Expression value, TypeExpression shape, String what) {
        return switch (shape) {
            case TypeExpression.Named(String name, Span at) -> named(value, name, at, what);
            case TypeExpression.OneOf(List<Name> texts, Span _) -> {
                List<String> words = texts.stream().map(Name::text).toList();
                yield judge.judge(value, new Type.Words(words), what).map(_ -> text(value));
            }
            case TypeExpression.ListOf(TypeExpression element, Span _) -> list(value, element, what);
            case TypeExpression.MapOf(TypeExpression element, Span _) -> map(value, element, what);
        };
    }

    private Optional<Expression> named(Expression value, String name, Span at, String what) {
        if (name.equals("secret"))
            return SecretReferences.isSecret(value) ? Optional.of(value) : misfit(value, "a secret", what);
        if (index.kind(name).isPresent())
            return ScalarTypes.text(value) == null
                    ? misfit(value, "the name of " + ExpressionText.article(name), what)
                    : Optional.of(value);
        Type type = TYPES.get(name);
        if (type == null) {
            List<String> known = new ArrayList<>(TYPES.keySet());
            known.add("secret");
            known.addAll(index.kinds().keySet());
            findings.add(Diagnostic.error("MC0436", "unknown type \"" + name + "\"", new Label(at, ""))
                    .why("mcnet checks each value against its type")
                    .fix(ELSEWHERE.containsKey(name)
                            ? "did you mean " + ELSEWHERE.get(name) + "?"
                            : UnknownNames.hint(name, known, "write one of: " + String.join(", ", known))));
            return Optional.empty();
        }
        Expression judged = name.equals("string") ? text(value) : value;
        return judge.judge(judged, type, what).map(_ -> judged);
    }

    /** A bare word may stand for the text it spells. */
    private static Expression text(Expression value) {
        return value instanceof Expression.Word word ? new Expression.Text(word.text(), word.span()) : value;
    }

    private Optional<Expression> list(Expression value, TypeExpression element, String what) {
        if (!(value instanceof Expression.ListOf list))
            return misfit(value, "a list", what);
        List<Expression> fitting = new ArrayList<>();
        for (Expression each : list.elements())
            ofShape(each, element, "an element of " + what).ifPresent(fitting::add);
        return fitting.size() == list.elements().size()
                ? Optional.of(new Expression.ListOf(fitting, list.span()))
                : Optional.empty();
    }

    private Optional<Expression> map(Expression value, TypeExpression element, String what) {
        if (!(value instanceof Expression.MapOf map))
            return misfit(value, "a map", what);
        List<Expression.Entry> fitting = new ArrayList<>();
        for (Expression.Entry each : map.entries())
            ofShape(each.value(), element, each.key().text()).ifPresent(
                    v -> fitting.add(new Expression.Entry(each.key(), v, each.span())));
        return fitting.size() == map.entries().size()
                ? Optional.of(new Expression.MapOf(fitting, map.span()))
                : Optional.empty();
    }

    private Optional<Expression> misfit(Expression value, String desired, String what) {
        findings.add(Diagnostic.error("MC0437", what + " must be " + desired + ", not " + ExpressionText.of(value),
                new Label(value.span(), ""))
                .fix(desired.equals("a secret")
                        ? "write secret(\"env:NAME\") or secret(\"file:PATH\")"
                        : "give it " + desired));
        return Optional.empty();
    }

    /** How the type is written. */
    public static String spelled(Parameter parameter) {
        return parameter.shape().span().text();
    }
}
