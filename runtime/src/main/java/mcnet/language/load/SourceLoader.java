package mcnet.language.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.ParseResult;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Item;
import mcnet.language.DiagnosticCollector;
import mcnet.language.read.MisplacedItems;
import mcnet.language.value.Cycles;
import mcnet.model.InvalidParts;

/** Texts with all that they import: a file joins the program, once; a library brings blueprints under its name. */
public final class SourceLoader {

    private record Open(String name, Span imported) {}

    /** Files that import each other in a row; nobody would find anything in more. */
    private static final int DEEPEST = 100;

    private final ImportReader reader;
    private final DiagnosticCollector findings;
    private final Map<String, Source> files = new LinkedHashMap<>();
    private final Map<String, BlueprintLibrary> libraries = new LinkedHashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final BlueprintLibrary library = new BlueprintLibrary();
    private final List<Item> items = new ArrayList<>();

    public SourceLoader(ImportReader reader, DiagnosticCollector findings) {
        this.reader = reader;
        this.findings = findings;
    }

    public void load(List<Source> sources) {
        for (Source source : sources)
            file(source, null);
    }

    public List<Item> items() {
        return items;
    }

    public BlueprintLibrary library() {
        return library;
    }

    /** Files and libraries in the order in which they were come to. */
    public List<Source> sources() {
        return List.copyOf(files.values());
    }

    private void file(Source source, Span imported) {
        if (files.putIfAbsent(source.name(), source) != null)
            return;
        open.addLast(new Open(source.name(), imported));
        items.addAll(read(source, library));
        open.removeLast();
    }

    private List<Item> read(Source source, BlueprintLibrary into) {
        ParseResult parsed = Parser.parse(source);
        Optional<ForeignFile> foreign = parsed.diagnostics().stream().anyMatch(Diagnostic::isError)
                ? ForeignFile.of(source)
                : Optional.empty();
        if (foreign.isPresent()) {
            findings.add(foreign.get().diagnostic(source));
            return List.of(new Item.Broken(Set.of(InvalidParts.ALL), parsed.file().span()));
        }
        findings.addAll(parsed.diagnostics());
        for (Item item : parsed.file().items())
            switch (item) {
            case Item.Blueprint b -> into.put(b.name().text(), new BlueprintLibrary.Entry(b, into))
                    .ifPresent(first -> findings.add(twice(b, first.blueprint())));
            case Item.Import i when i.from().quoted() -> file(i, source);
            case Item.Import i -> library(i, into);
            default -> {}
            }
        return parsed.file().items();
    }

    private static Diagnostic twice(Item.Blueprint again, Item.Blueprint first) {
        return Diagnostic.error("MC0447", "blueprint " + again.name().text() + " already exists",
                new Label(again.name().span(), "declared again here"), new Label(first.name().span(), "first here"))
                .fix("rename one of them");
    }

    private void file(Item.Import item, Source importing) {
        Span span = item.from().span();
        if (reader.isOutside(importing.name(), item.from().text())) {
            findings.add(Diagnostic.error("MC0458", item.from().text() + " is outside of the program's folder",
                    new Label(span, ""))
                    .why("a program reads files of its own folder, or of the git work tree around it")
                    .fix("give it on the command line together with the program, or move it into the folder"));
            return;
        }
        Optional<Source> source;
        try {
            source = reader.file(importing.name(), item.from().text());
        } catch (UnreadableFile unreadable) {
            findings.add(unreadable.importedAt(span));
            return;
        }
        if (source.isEmpty())
            findings.add(Diagnostic.error("MC0448", "cannot read " + item.from().text(), new Label(span, ""))
                    .why("mcnet looks for a file relative to the one that imports it")
                    .fix("check its name and its permissions"));
        else if (open.stream().anyMatch(o -> o.name.equals(source.get().name())))
            findings.add(ring(source.get().name(), span));
        else if (open.size() >= DEEPEST)
            findings.add(Diagnostic.error("MC0162", "more than " + DEEPEST + " files import each other in a chain",
                    new Label(span, "the limit is exceeded here"))
                    .why("this happens if a file imports itself under different names")
                    .fix("import all files from one file; they do not need to import each other"));
        else
            file(source.get(), span);
        if (item.as().isPresent())
            findings.add(Diagnostic.error("MC0449", "an imported file cannot have another name",
                    new Label(item.as().get().span(), "")).why("its declarations keep their own names in the program")
                    .fix("remove `as`"));
    }

    private Diagnostic ring(String again, Span span) {
        List<Open> ring = open.stream().dropWhile(o -> !o.name.equals(again)).toList();
        List<String> names = new ArrayList<>(ring.stream().map(Open::name).toList());
        names.add(again);
        List<Span> imports = new ArrayList<>(List.of(span));
        ring.stream().skip(1).forEach(o -> imports.add(o.imported));
        return Cycles.ofImports(names, imports);
    }

    private void library(Item.Import item, BlueprintLibrary into) {
        String name = item.from().text();
        Span span = item.from().span();
        BlueprintLibrary known = libraries.get(name);
        if (known == null) {
            Optional<Source> source = reader.library(name);
            if (source.isEmpty()) {
                findings.add(Diagnostic.error("MC0450", "unknown library \"" + name + "\"", new Label(span, ""))
                        .why("libraries come with mcnet and are called std.NAME; a file of yours is imported by its path")
                        .fix("write import \"" + name + ".mcnet\" for a file"));
                return;
            }
            known = new BlueprintLibrary();
            libraries.put(name, known);
            files.put(name, source.get());
            for (Item each : read(source.get(), known))
                if (!(each instanceof Item.Blueprint || each instanceof Item.Import || each instanceof Item.Broken))
                    findings.add(Diagnostic.error("MC0451", "a library can contain only blueprints",
                            new Label(MisplacedItems.head(each), "")).fix("move it into a blueprint"));
        }
        into.addAll(item.as().map(a -> a.text()).orElse(name.substring(name.lastIndexOf('.') + 1)), known);
    }
}
