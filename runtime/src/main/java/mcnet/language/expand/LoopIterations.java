package mcnet.language.expand;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ExpansionTrace;
import mcnet.diagnostic.Label;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.Scope;
import mcnet.language.value.ValueSpelling;

/** The rounds of a loop: over a list its elements, or index and element; over a map its names and values. */
public final class LoopIterations {
    private LoopIterations() {}

    public static List<Scope> of(List<Name> variables, Expression source, Scope scope) throws InvalidValue {
        List<Scope> rounds = new ArrayList<>();
        switch (source) {
            case Expression.ListOf list -> {
                for (int i = 0; i < list.elements().size(); i++)
                    rounds.add(round(variables, number(i, list), list.elements().get(i), scope, variables.size() == 1));
            }
            case Expression.MapOf map -> {
                for (Expression.Entry entry : map.entries())
                    rounds.add(round(variables, new Expression.Text(entry.key().text(), entry.key().span()),
                            entry.value(), scope, false));
            }
            default -> throw new InvalidValue(Diagnostic.error("MC0404", "a loop needs a list or a map, not "
                    + ExpressionText.of(source), new Label(source.span(), "")).fix("write [a, b] or { a = 1  b = 2 }"));
        }
        return rounds;
    }

    private static Expression number(int index, Expression at) {
        return new Expression.Literal(Expression.Form.WHOLE, Integer.toString(index), at.span());
    }

    private static Scope round(List<Name> variables, Expression key, Expression value, Scope scope, boolean onlyValue)
            throws InvalidValue {
        Expression first = onlyValue ? value : key;
        Name head = variables.getFirst();
        Scope round = scope
                .inner(new ExpansionTrace("with " + head.text() + " = " + ValueSpelling.of(first),
                        scope.at(head.span())));
        bind(round, head, first);
        if (variables.size() > 1)
            bind(round, variables.get(1), value);
        return round;
    }

    private static void bind(Scope round, Name name, Expression value) throws InvalidValue {
        var twice = round.bind(name, value);
        if (twice.isPresent())
            throw new InvalidValue(twice.get());
    }
}
