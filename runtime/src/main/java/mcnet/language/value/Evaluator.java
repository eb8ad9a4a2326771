package mcnet.language.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ExpansionTrace;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.UnknownNames;
import mcnet.language.expand.LoopIterations;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;

/**
 * Works expressions out: the result is an expression again, of literals, words, texts, switches, lists and maps only, each
 * with the place where it was written and the way from there. No I/O, no clock, and it always ends.
 */
public final class Evaluator {
    private final DiagnosticCollector findings;
    private final ExpansionLimits limits;
    private final Functions functions = new Functions(this);
    private final Deque<Binding> desired = new ArrayDeque<>();

    public Evaluator(DiagnosticCollector findings, ExpansionLimits limits) {
        this.findings = findings;
        this.limits = limits;
    }

    /** Empty: it is wrong, and that is reported. */
    public Optional<Expression> evaluate(Expression expression, Scope scope) {
        try {
            return Optional.of(value(expression, scope));
        } catch (InvalidValue wrong) {
            if (wrong.diagnostic != null)
                findings.add(wrong.diagnostic);
            return Optional.empty();
        }
    }

    public ExpansionLimits limits() {
        return limits;
    }

    public Expression value(Expression expression, Scope scope) throws InvalidValue {
        Span span = scope.at(expression.span());
        try {
            limits.enter(span);
            return value(expression, scope, span);
        } finally {
            limits.leave();
        }
    }

    private Expression value(Expression expression, Scope scope, Span span) throws InvalidValue {
        return switch (expression) {
            case Expression.Literal l -> new Expression.Literal(l.form(), l.text(), span);
            case Expression.Truth t -> new Expression.Truth(t.value(), span);
            case Expression.Text t -> limits.sized(Interpolation.of(t, scope, this));
            case Expression.Word w -> word(w, scope);
            case Expression.ListOf list -> {
                List<Expression> values = new ArrayList<>();
                long size = 1;
                for (Expression each : list.elements()) {
                    values.add(value(each, scope));
                    size = limits.sum(size, values.getLast(), span);
                }
                yield limits.sized(new Expression.ListOf(values, span));
            }
            case Expression.MapOf map -> limits.sized(map(map, scope, span));
            case Expression.Comprehension c -> limits.sized(comprehension(c, scope));
            case Expression.Call c -> limits.sized(functions.call(c, scope));
            case Expression.Index i -> {
                Expression of = operand(i.of(), scope);
                limits.work(of instanceof Expression.MapOf map ? map.entries().size() : 1, span);
                yield IndexAccess.of(of, operand(i.index(), scope), span);
            }
            case Expression.Unary u -> Operators.unary(u.operator(), operand(u.operand(), scope), span);
            case Expression.Binary b -> binary(b, scope, span);
            case Expression.Conditional c ->
                value(truth(c.condition(), scope, "a condition") ? c.then() : c.otherwise(), scope);
            case Expression.Broken _ -> throw InvalidValue.REPORTED;
        };
    }

    /** A variable's value, or the word itself. */
    private Expression word(Expression.Word word, Scope scope) throws InvalidValue {
        Optional<Binding> binding = scope.find(word.text());
        int dot = word.text().indexOf('.');
        Optional<Binding> map = dot < 0 ? Optional.empty() : scope.find(word.text().substring(0, dot));
        if (map.isPresent() && value(map.get()) instanceof Expression.MapOf entries && entries.entries().stream()
                .anyMatch(e -> e.key().text().equals(word.text().substring(dot + 1))))
            throw new InvalidValue(UnknownNames.element(word.text(), entries, scope.at(word.span())));
        return binding.isEmpty()
                ? new Expression.Word(word.text(), scope.at(word.span()))
                : RelocatedValues.by(value(binding.get()), new ExpansionTrace("used here", scope.at(word.span())));
    }

    /** What something is worked out from: a word that the blueprint's user has a value for is not meant as a word there. */
    Expression operand(Expression expression, Scope scope) throws InvalidValue {
        if (expression instanceof Expression.Word word && scope.isHidden(word.text()))
            throw new InvalidValue(UnknownNames.hidden(word.text(), scope.at(word.span())));
        return value(expression, scope);
    }

    /** A comparison of a word with what is written out comes out the same always: the word was meant as a name. */
    private static void named(Expression.Binary b, Scope scope) throws InvalidValue {
        for (Expression side : List.of(b.left(), b.right()))
            if (side instanceof Expression.Word word)
                throw new InvalidValue(UnknownNames.name(word.text(), scope.at(word.span()), scope));
    }

    /** Nothing in it stands for a value. */
    private static boolean isFixed(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal _,Expression.Truth _ -> true;
            case Expression.Text t -> !t.text().contains("${");
            case Expression.Word w -> scope.find(w.text()).isEmpty();
            case Expression.ListOf list -> list.elements().stream().allMatch(e -> isFixed(e, scope));
            default -> false;
        };
    }

    /** What a name stands for. */
    public Expression value(Binding binding) throws InvalidValue {
        switch (binding.state()) {
            case KNOWN -> {
                return binding.value();
            }
            case WRONG -> throw InvalidValue.REPORTED;
            case WANTED -> throw new InvalidValue(Cycles.ofValues(desired, binding));
            case UNKNOWN -> {}
        }
        binding.desired();
        desired.addLast(binding);
        try {
            binding.known(value(binding.value(), binding.scope()));
            return binding.value();
        } finally {
            desired.removeLast();
            if (binding.state() != Binding.State.KNOWN)
                binding.wrong();
        }
    }

    private Expression map(Expression.MapOf map, Scope scope, Span span) throws InvalidValue {
        List<Expression.Entry> entries = new ArrayList<>();
        Map<String, Span> places = new HashMap<>();
        long size = 1;
        for (Expression.Entry entry : map.entries()) {
            Span key = scope.at(entry.key().span());
            Span first = places.putIfAbsent(entry.key().text(), key);
            if (first != null)
                throw new InvalidValue(Diagnostic.error("MC0402", "duplicate key " + entry.key().text() + " in the map",
                        new Label(key, "again here"), new Label(first, "first here")).fix("remove one of them"));
            Expression value = value(entry.value(), scope);
            entries.add(new Expression.Entry(new Name(entry.key().text(), true, key), value, scope.at(entry.span())));
            size = limits.sum(size, value, span);
        }
        return new Expression.MapOf(entries, span);
    }

    private Expression comprehension(Expression.Comprehension c, Scope scope) throws InvalidValue {
        List<Expression> values = new ArrayList<>();
        long size = 1;
        for (Scope round : rounds(c.variables(), c.source(), scope))
            if (c.filter().isEmpty() || truth(c.filter().get(), round, "a filter")) {
                values.add(value(c.element(), round));
                size = limits.sum(size, values.getLast(), scope.at(c.span()));
            }
        return new Expression.ListOf(values, scope.at(c.span()));
    }

    /** A scope for each element of a list or a map. */
    public List<Scope> rounds(List<Name> variables, Expression source, Scope scope) throws InvalidValue {
        return LoopIterations.of(variables, operand(source, scope), scope);
    }

    public boolean truth(Expression expression, Scope scope, String what) throws InvalidValue {
        Expression value = operand(expression, scope);
        if (value instanceof Expression.Truth t)
            return t.value();
        throw new InvalidValue(
                Diagnostic.error("MC0403", what + " must be true or false, not " + ExpressionText.of(value),
                        new Label(value.span(), "")).fix("compare it: " + expression.span().text() + " == …"));
    }

    private Expression binary(Expression.Binary b, Scope scope, Span span) throws InvalidValue {
        if (AddressRanges.isSpaced(b))
            throw AddressRanges.spaced(b);
        if (b.operator().equals("and") || b.operator().equals("or")) {
            boolean left = truth(b.left(), scope, "the operand of `" + b.operator() + "`");
            boolean decided = left == b.operator().equals("or");
            return new Expression.Truth(
                    decided ? left : truth(b.right(), scope, "the operand of `" + b.operator() + "`"), span);
        }
        if (isFixed(b.left(), scope) && isFixed(b.right(), scope)) named(b, scope);
        Expression left = operand(b.left(), scope);
        Expression right = operand(b.right(), scope);
        limits.work((long) limits.size(left) + limits.size(right), span);
        Expression result = Operators.binary(b.operator(), left, right, span);
        return limits.sized(result);
    }
}
