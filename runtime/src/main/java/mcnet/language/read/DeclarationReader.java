package mcnet.language.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.language.bind.SymbolTable;
import mcnet.language.print.ExpressionText;
import mcnet.model.Declaration;
import mcnet.model.Enclosure;
import mcnet.model.InvalidParts;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Statement;
import mcnet.model.Value;
import mcnet.schema.Attribute;
import mcnet.schema.Block;
import mcnet.schema.Kind;

/** The body of one declaration: its settings, its exceptions, what is nested in it. */
final class DeclarationReader {
    private final ProgramReader program;
    private final Kind kind;
    private final String name;
    private final Span span;
    private final FreeBlocks free;
    private final SequencedMap<String, Setting> settings = new LinkedHashMap<>();
    private final MemberSettings on;
    private final UnknownAttribute unknown;
    private final List<Declaration> nested = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Enclosure inside;
    /** The project around it or, of a project, itself; empty outside of all. */
    private final String project;
    private final TypeChecker judge;
    private final SequencedMap<String, Set<String>> local = new LinkedHashMap<>();
    /** It is another's, and only named. */
    private boolean existing;

    /** What says something of a thing of one's own, and nothing of another's. */
    private static final Set<String> OWN = Set.of("protect", "ignore", "lxd", "user");

    DeclarationReader(ProgramReader program, Kind kind, String name, Span span, Enclosure inside) {
        this.program = program;
        this.kind = kind;
        this.name = name;
        this.span = span;
        this.inside = inside;
        this.project = kind.name().equals(KindName.PROJECT) ? name : inside.project();
        this.judge = new TypeChecker(program.names.in(project), program.findings);
        this.free = new FreeBlocks(kind, program.findings);
        this.on = new MemberSettings(program, span);
        this.unknown = new UnknownAttribute(program, kind, span);
    }

    /** What is known before the body is read. */
    void say(Setting setting) {
        settings.put(setting.path(), setting);
    }

    Declaration read(Body body) {
        all(body);
        new RequiredAttributes(kind, name, span, program).check(settings, on.byMember());
        return new Declaration(kind, name, inside, span, settings, on.byMember(), nested, List.copyOf(statements));
    }

    private void all(Body body) {
        if (kind.name().equals(KindName.NETWORK)) program.pools.put(inside(name), named(body, KindName.POOL));
        if (kind.name().equals(KindName.BALANCER)) {
            local.put(KindName.BACKEND, named(body, KindName.BACKEND));
            local.put(KindName.POOL, program.pools.getOrDefault(inside, Set.of()));
        }
        BodyPlace place = new BodyPlace("", settings, false);
        for (Item item : body.items())
            read(item, place);
    }

    private static Set<String> named(Body body, String kind) {
        return body.items().stream()
                .filter(i -> i instanceof Item.Declaration d && d.kind().text().equals(kind))
                .flatMap(i -> SymbolTable.name(((Item.Declaration) i).head()).stream())
                .collect(Collectors.toSet());
    }

    /** What the user knows of a thing that is not this program's: nothing of it must be said. */
    Declaration facts(Body body) {
        existing = true;
        all(body);
        Stream.concat(Stream.of(settings), on.byMember().values().stream()).flatMap(some -> some.values().stream())
                .filter(s -> OWN.contains(s.path().replaceFirst("\\..*", "")))
                .forEach(s -> program.findings.add(BodyErrors.ofOthers(kind, name, s.path(), s.span())));
        kind.attributes()
                .stream()
                .map(Attribute::path)
                .filter(path -> !settings.containsKey(path))
                .forEach(path -> program.findings.doubt(span, path));
        return new Declaration(kind, name, inside, span, settings, on.byMember(), nested, List.copyOf(statements));
    }

    private void read(Item item, BodyPlace place) {
        switch (item) {
            case Item.Broken _ -> program.findings.doubt(span, InvalidParts.ALL);
            case Item.Attribute a -> attribute(a, place);
            case Item.Block b -> block(b, place);
            case Item.On o when place.isTop() -> o.names().forEach(each -> {
                BodyPlace some = on.place(each);
                o.body().items().forEach(inner -> read(inner, some));
            });
            case Item.On o -> program.findings.add(Diagnostic.error("MC0270", "`on` must be directly in a"
                    + " declaration",
                    new Label(o.names().getFirst().span(), "")).fix(
                            "write on "
                                    + o.names().getFirst().text() + " { "
                                    + (place.prefix().isEmpty()
                                            ? "… }"
                                            : place.prefix().replace(".", " { ") + "… } }")));
            case Item.Declaration d -> declaration(d, place);
            case Item.Program p -> program.findings.add(Diagnostic.error("MC0271",
                    "`program` must be outside of all declarations", new Label(p.span(), "")).fix(
                            "move it to"
                                    + " the top"));
            case Item.Statement said when takes(said) -> said(said, place);
            default -> program.findings.add(MisplacedItems.inside(item, kind));
        }
    }

    private boolean takes(Item.Statement said) {
        return MisplacedItems.sort(said.sentence()).filter(kind.statements()::contains).isPresent();
    }

    private void said(Item.Statement said, BodyPlace place) {
        if (place.isTop())
            program.sentences(project).statement(said.sentence(), local)
                    .ifPresentOrElse(statements::add, () -> program.findings.doubt(span, InvalidParts.ALL));
        else
            program.findings.add(BodyErrors.whole(MisplacedItems.head(said), place));
    }

    private boolean isPart(Kind inner) {
        return existing && inner.describes();
    }

    private void declaration(Item.Declaration declaration, BodyPlace place) {
        Optional<Kind> part = program.index.kind(declaration.kind().text()).filter(this::isPart)
                .filter(inner -> inner.mayStandIn(kind.name()));
        if (part.isPresent())
            program.findings.add(BodyErrors.ofOthers(kind, name, ExpressionText.article(part.get().name()),
                    declaration.kind().span().to(declaration.head().span())));
        else if (place.isTop())
            program.declaration(declaration, kind.name(),
                    inside(kind.name().equals(KindName.PROJECT) ? "" : name))
                    .ifPresentOrElse(nested::add, () -> program.findings.doubt(span, declaration.kind().text()));
        else
            program.findings.add(BodyErrors.whole(declaration.kind().span().to(declaration.head().span()), place));
    }

    private void attribute(Item.Attribute item, BodyPlace place) {
        String path = place.prefix() + item.key().text();
        boolean dotted = item.key().text().indexOf('.') >= 0;
        Optional<Attribute> attribute = dotted ? Optional.empty() : kind.writable(path);
        Optional<Block> block = dotted ? Optional.empty() : kind.block(path);
        if (attribute.isPresent()) {
            if (!isNew(path, item.span(), place)) return;
            Optional<Value> value = judged(item.value(), attribute.get(), place);
            if (value.isPresent()) put(path, value.get(), item.span(), place);
            else
                program.findings.doubt(span, path);
        } else if (block.isPresent())
            word(item, block.get(), place);
        else
            unknown.report(item.key(), place, item.value().span().text());
    }

    private Optional<Value> judged(Expression value, Attribute attribute, BodyPlace place) {
        if (place.member() && !attribute.isPerMember()) {
            program.findings.add(Diagnostic.error("MC0272", attribute.name() + " is one value for the whole cluster",
                    new Label(value.span(), "set for one member"))
                    .why("LXD stores only some keys per member, and this is not one of them")
                    .fix("set it outside of `on`"));
            return Optional.empty();
        }
        return judge.judge(value, attribute.type(), attribute.name());
    }

    /** {@code ipv6 = none}. */
    private void word(Item.Attribute item, Block block, BodyPlace place) {
        if (!isNew(block.path(), item.span(), place))
            return;
        String word = item.value() instanceof Expression.Word w ? w.text() : "";
        if (block.words().contains(word))
            put(block.path(), new Value.Word(word, item.value().span()), item.span(), place);
        else {
            program.findings.doubt(span, block.path());
            if (!(item.value() instanceof Expression.Broken))
                program.findings
                        .add(Diagnostic.error("MC0273", block.path() + " is a block", new Label(item.span(), ""))
                                .fix("write " + block.path() + " { … }" + (block.words().isEmpty()
                                        ? ""
                                        : " or " + block.path() + " = " + String.join(", ", block.words()))));
        }
    }

    private void block(Item.Block item, BodyPlace place) {
        String path = place.prefix() + item.key().text();
        Optional<Kind> inner = program.index.kind(item.key().text());
        if (kind.block(path).isPresent()) {
            if (isNew(path, item.key().span(), place))
                put(path, new Value.Truth(true, item.key().span()), item.key().span(), place);
            BodyPlace inside = place.block(path);
            item.body().items().forEach(each -> read(each, inside));
        } else if (place.prefix().isEmpty() && kind.writable(path).isEmpty() && FreeBlocks.NAMES.contains(path))
            free.read(item, place.into());
        else if (inner.isPresent() && !inner.get().named() && place.isTop())
            unnamed(item, inner.get());
        else if (kind.writable(path).isPresent()) {
            program.findings.doubt(span, path);
            program.findings.add(Diagnostic.error("MC0274", item.key().text() + " is an attribute, not a block",
                    new Label(item.key().span(), "")).fix(
                            "write " + item.key().text() + " = "
                                    + ExpressionText.example(kind.writable(path).get().type())));
        } else if (inner.isPresent() && inner.get().named()) {
            program.findings.doubt(span, path);
            program.findings.add(Diagnostic.error("MC0275", ExpressionText.article(path) + " needs a name",
                    new Label(item.key().span(), "")).why("other objects refer to it by its name")
                    .fix("write " + item.key().text() + " " + ExpressionText.head(inner.get()) + " { … }"));
        } else
            unknown.report(item.key(), place, "");
    }

    private void unnamed(Item.Block item, Kind inner) {
        Span key = item.key().span();
        Optional<Declaration> first = nested.stream().filter(d -> d.kind() == inner).findFirst();
        if (!inner.mayStandIn(kind.name()))
            program.findings.add(BodyErrors.misplaced(inner, key));
        else if (isPart(inner))
            program.findings.add(BodyErrors.ofOthers(kind, name, inner.name(), key));
        else if (first.isPresent())
            program.findings.add(BodyErrors.twice(inner.name(), key, first.get().span()));
        else
            nested.add(new DeclarationReader(program, inner, "", key, inside(name)).read(item.body()));
    }

    private Enclosure inside(String outer) {
        return new Enclosure(project, outer, program.names.in(project).networks());
    }

    private boolean isNew(String path, Span at, BodyPlace place) {
        Setting first = place.into().get(path);
        if (first == null)
            return true;
        program.findings.add(BodyErrors.twice(path, at, first.span()));
        return false;
    }

    private static void put(String path, Value value, Span at, BodyPlace place) {
        place.into().put(path, new Setting(path, value, at));
    }
}
