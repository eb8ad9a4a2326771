package mcnet.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.MergedDiagnostics;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Parameter;
import mcnet.language.bind.SymbolTable;
import mcnet.language.expand.ClusterPrograms;
import mcnet.language.expand.Expander;
import mcnet.language.inventory.InventoryMembers;
import mcnet.language.load.BlueprintLibrary;
import mcnet.language.load.ProgramNames;
import mcnet.language.load.SourceLoader;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.ProgramReader;
import mcnet.language.value.Binding;
import mcnet.language.value.Evaluator;
import mcnet.language.value.ParameterSettings;
import mcnet.language.value.ParameterTypes;
import mcnet.language.value.Scope;
import mcnet.model.Program;
import mcnet.schema.Index;

/** Sources to a program: read with what they import, freed of all reuse, judged against the schema. */
public final class Compiler {
    private final DiagnosticCollector findings = new DiagnosticCollector();
    private final Index index;
    private final CompilerInputs inputs;

    private Compiler(Index index, CompilerInputs inputs) {
        this.index = index;
        this.inputs = inputs;
    }

    /** A program that imports nothing and is given no parameters. */
    public static CompiledPrograms compile(List<Source> sources, Index index) {
        return compile(sources, index, CompilerInputs.NONE);
    }

    /** All sources are one program; their order and that of their declarations do not matter. */
    public static CompiledPrograms compile(List<Source> sources, Index index, CompilerInputs inputs) {
        return new Compiler(index, inputs).compile(sources);
    }

    /** A program without reuse whose items were made of other texts than files of the language. */
    public static CompiledPrograms compile(List<Item> items, Source source, Index index) {
        return new Compiler(index, CompilerInputs.NONE).stamped(items, Scope.of(new BlueprintLibrary()),
                List.of(source));
    }

    private CompiledPrograms compile(List<Source> sources) {
        SourceLoader loader = new SourceLoader(inputs.reader(), findings);
        loader.load(sources);
        Scope scope = Scope.of(loader.library());
        ParameterTypes parameters = new ParameterTypes(index, findings);
        Expander expander = new Expander(parameters, findings);
        bind(loader.items(), scope, parameters, expander.evaluator());
        List<Item> items = new InventoryMembers(inputs.reader(), findings)
                .replaced(expander.program(loader.items(), scope));
        return stamped(items, scope, loader.sources());
    }

    private CompiledPrograms stamped(List<Item> items, Scope scope, List<Source> sources) {
        Item.Program owner = owner(items);
        List<CompiledPrograms.ClusterProgram> perCluster = new ArrayList<>();
        ClusterPrograms all = ClusterPrograms.of(items, index);
        SequencedMap<String, List<Diagnostic>> found = new LinkedHashMap<>();
        for (String cluster : all.clusters().isEmpty() ? Set.of("") : all.clusters().keySet())
            perCluster.add(stamp(all, cluster, owner, scope, found));
        findings.addAll(MergedDiagnostics.of(found));
        return new CompiledPrograms(perCluster, sorted(findings.diagnostics(), sources), items);
    }

    private CompiledPrograms.ClusterProgram stamp(ClusterPrograms perCluster, String cluster, Item.Program owner,
            Scope scope,
            SequencedMap<String, List<Diagnostic>> byCluster) {
        DiagnosticCollector found = new DiagnosticCollector();
        List<Item> items = perCluster.of(cluster);
        SymbolTable names = SymbolTable.of(index, items, perCluster.clusters(), cluster, scope, found);
        scope.own().forEach(binding -> names.elsewhere(binding.name()).ifPresent(other -> found.add(
                bothNamed(binding, other.getKey(), other.getValue()))));
        ProgramReader reader = new ProgramReader(index, names, items, found);
        byCluster.put(cluster, found.diagnostics());
        return new CompiledPrograms.ClusterProgram(cluster, items,
                new Program(owner == null ? "" : owner.name().text(), owner == null ? null : owner.name().span(),
                        reader.declarations(), reader.existing(), reader.flows(), reader.expectations()),
                found.invalidParts());
    }

    private void bind(List<Item> items, Scope scope, ParameterTypes parameters, Evaluator evaluator) {
        ParameterSettings settings = new ParameterSettings(inputs.settings(), findings);
        List<String> names = new ArrayList<>();
        for (Item item : items)
            if (item instanceof Item.Param param) {
                names.add(param.parameter().name().text());
                bind(param.parameter(), scope, settings, parameters, evaluator);
            }
        settings.checkNames(names);
    }

    private void bind(Parameter parameter, Scope scope, ParameterSettings settings, ParameterTypes parameters,
            Evaluator evaluator) {
        String name = parameter.name().text();
        Expression broken = new Expression.Broken(parameter.span());
        if (!settings.has(parameter.name()) && parameter.absent().isEmpty()) {
            findings.add(Diagnostic.error("MC0452", "parameter " + name + " has no value",
                    new Label(parameter.span(), "and no default"))
                    .fix("run with --set " + name + "=…, or give it a default"));
            scope.bind(parameter.name(), broken, scope).ifPresent(findings::add);
            return;
        }
        var value = (settings.has(parameter.name())
                ? settings.of(parameter.name(), parameter.shape())
                : parameter.absent()).flatMap(v -> evaluator.evaluate(v, Scope.of(new BlueprintLibrary())))
                .flatMap(v -> parameters.fitting(v, parameter.shape(), name));
        (value.isPresent() ? scope.bind(parameter.name(), value.get()) : scope.bind(parameter.name(), broken, scope))
                .ifPresent(findings::add);
    }

    private static Diagnostic bothNamed(Binding value, String kind, Span declared) {
        return Diagnostic.error("MC0453", "duplicate name " + value.name() + ": a value"
                + " and " + ExpressionText.article(kind),
                new Label(value.at(), "the value"), new Label(declared, "the " + kind))
                .why("where the name is used, it would not be clear which one is meant")
                .fix("rename the value");
    }

    private Item.Program owner(List<Item> items) {
        List<Item.Program> all = items.stream()
                .filter(Item.Program.class::isInstance)
                .map(Item.Program.class::cast)
                .toList();
        all.stream().map(Item.Program::name).map(ProgramNames::check).flatMap(Optional::stream).forEach(findings::add);
        for (Item.Program other : all)
            if (!other.name().text().equals(all.getFirst().name().text()))
                findings.add(Diagnostic.error("MC0250", "the files belong to two programs",
                        new Label(other.name().span(), "named differently here"),
                        new Label(all.getFirst().name().span(), "first named here"))
                        .why("every object is marked with its program's name, and only that program may remove it")
                        .fix("write the same program name in all files, or run them one by one"));
        return all.isEmpty() ? null : all.getFirst();
    }

    /** In the order of the texts; what a loop says of one place again and again is said once. */
    private static List<Diagnostic> sorted(List<Diagnostic> diagnostics, List<Source> sources) {
        Map<Source, Integer> order = new HashMap<>();
        sources.forEach(source -> order.putIfAbsent(source, order.size()));
        Map<List<Object>, Diagnostic> once = new LinkedHashMap<>();
        for (Diagnostic each : diagnostics) {
            Span span = each.labels().getFirst().span();
            once.putIfAbsent(List.of(each.code(), each.message(), span.source(), span.start(), span.end()), each);
        }
        return once.values()
                .stream()
                .sorted(Comparator
                        .<Diagnostic>comparingInt(d -> order.getOrDefault(d.labels().getFirst().span().source(),
                                Integer.MAX_VALUE))
                        .thenComparingInt(d -> d.labels().getFirst().span().start()))
                .toList();
    }
}
