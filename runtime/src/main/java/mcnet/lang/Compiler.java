package mcnet.lang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.grammar.Parsed;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Item;
import mcnet.model.Program;
import mcnet.schema.Index;

/** Sources to a program. */
public final class Compiler {
    private Compiler() {}

    /** All sources are one program; their order and that of their declarations do not matter. */
    public static Compiled compile(List<Source> sources, Index index) {
        Findings findings = new Findings();
        List<Item> items = new ArrayList<>();
        for (Source source : sources) {
            Parsed parsed = Parser.parse(source);
            findings.addAll(parsed.diagnostics());
            items.addAll(parsed.file().items());
        }
        Names names = Names.of(items, findings);
        Item.Program owner = owner(items, findings);
        Program program = new Program(owner == null ? "" : owner.name().text(),
                owner == null ? null : owner.name().span(),
                new ProgramReader(index, names, findings).declarations(items));
        return new Compiled(program, findings.doubts(), sorted(findings.diagnostics(), sources));
    }

    private static Item.Program owner(List<Item> items, Findings findings) {
        List<Item.Program> all = items.stream()
                .filter(Item.Program.class::isInstance)
                .map(Item.Program.class::cast)
                .toList();
        for (Item.Program other : all)
            if (!other.name().text().equals(all.getFirst().name().text()))
                findings.add(Diagnostic.error("MC0250", "the files name two programs",
                        new Label(other.name().span(), "named differently here"),
                        new Label(all.getFirst().name().span(), "first named here"))
                        .why("what is made carries the program's name, and only that program may remove it again")
                        .fix("give all files the same name, or run them one by one"));
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<Diagnostic> sorted(List<Diagnostic> diagnostics, List<Source> sources) {
        Map<Source, Integer> order = IntStream.range(0, sources.size())
                .boxed()
                .collect(Collectors.toMap(sources::get, i -> i, (a, _) -> a));
        return diagnostics.stream()
                .sorted(Comparator.<Diagnostic>comparingInt(d -> order.get(d.labels().getFirst().span().source()))
                        .thenComparingInt(d -> d.labels().getFirst().span().start()))
                .toList();
    }
}
