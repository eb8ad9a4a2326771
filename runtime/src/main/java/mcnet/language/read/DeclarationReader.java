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
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.bind.SymbolTable;
import mcnet.language.bind.UnknownNames;
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
import mcnet.schema.StatementKinds;
import mcnet.schema.Type;

/** The body of one declaration: its settings, its exceptions, what is nested in it. */
final class DeclarationReader {
    private final ProgramReader program;
    private final Kind kind;
    private final String name;
    private final Span span;
    private final FreeBlocks free;
    private final SequencedMap<String, Setting> settings = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Setting>> on = new LinkedHashMap<>();
    private final List<Declaration> nested = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Enclosure inside;
    /** The project around it or, of a project, itself; empty outside of all. */
    private final String project;
    private final TypeChecker judge;
    private final SequencedMap<String, Set<String>> local = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Setting>> onGroups = new LinkedHashMap<>();
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
    }

    /** What is known before the body is read. */
    void say(Setting setting) {
        settings.put(setting.path(), setting);
    }

    Declaration read(Body body) {
        all(body);
        new RequiredAttributes(kind, name, span, program).check(settings, on);
        return new Declaration(kind, name, inside, span, settings, on, nested, List.copyOf(statements));
    }

    private void all(Body body) {
        if (kind.name().equals(KindName.BALANCER))
            for (String each : List.of(KindName.BACKEND, KindName.POOL))
                local.put(each, named(body, each));
        Place place = new Place("", settings, false);
        for (Item item : body.items())
            read(item, place);
        onGroups.forEach(this::onGroup);
    }

    private static Set<String> named(Body body, String kind) {
        return body.items().stream()
                .filter(i -> i instanceof Item.Declaration d && d.kind().text().equals(kind))
                .flatMap(i -> SymbolTable.name(((Item.Declaration) i).head()).stream())
                .collect(Collectors.toSet());
    }

    /** A member's own exception wins over its group's. */
    private void onGroup(String group, SequencedMap<String, Setting> exceptions) {
        for (String member : program.groups.of(group)) {
            SequencedMap<String, Setting> own = on.computeIfAbsent(member, _ -> new LinkedHashMap<>());
            exceptions.forEach(own::putIfAbsent);
        }
    }

    /** What the user knows of a thing that is not this program's: nothing of it must be said. */
    Declaration facts(Body body) {
        existing = true;
        all(body);
        Stream.concat(Stream.of(settings), on.values().stream()).flatMap(some -> some.values().stream())
                .filter(s -> OWN.contains(s.path().replaceFirst("\\..*", "")))
                .forEach(s -> program.findings.add(ofOthers(s.path(), s.span())));
        kind.attributes()
                .stream()
                .map(Attribute::path)
                .filter(path -> !settings.containsKey(path))
                .forEach(path -> program.findings.doubt(span, path));
        return new Declaration(kind, name, inside, span, settings, on, nested, List.copyOf(statements));
    }

    /**
     * Where in the declaration we are.
     *
     * @param prefix the block's path with a dot behind it, or empty
     * @param into where settings go
     * @param member inside {@code on MEMBER}
     */
    private record Place(String prefix, SequencedMap<String, Setting> into, boolean member) {}

    private void read(Item item, Place place) {
        switch (item) {
            case Item.Broken _ -> program.findings.doubt(span, InvalidParts.ALL);
            case Item.Attribute a -> attribute(a, place);
            case Item.Block b -> block(b, place);
            case Item.On o when place.prefix.isEmpty() && !place.member -> on(o);
            case Item.On o -> program.findings.add(Diagnostic.error("MC0270", "`on` must be directly in a"
                    + " declaration",
                    new Label(o.names().getFirst().span(), "")).fix(
                            "write on "
                                    + o.names().getFirst().text() + " { "
                                    + (place.prefix.isEmpty() ? "… }" : place.prefix.replace(".", " { ") + "… } }")));
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

    private void said(Item.Statement said, Place place) {
        if (place.prefix.isEmpty() && !place.member)
            program.sentences(project).statement(said.sentence(), local)
                    .ifPresentOrElse(statements::add, () -> program.findings.doubt(span, InvalidParts.ALL));
        else
            program.findings.add(whole(MisplacedItems.head(said), place));
    }

    /** What is a thing by itself may stand in one of another; what is only a part of that would change it. */
    private Diagnostic ofOthers(String what, Span at) {
        return Diagnostic.error("MC0520", "existing " + kind.name() + (name.isEmpty() ? "" : " " + name)
                + " cannot have " + what, new Label(at, ""))
                .why("`existing` means that the object is managed elsewhere: this program uses it and does not"
                        + " change it")
                .fix("remove it, or remove `existing` and let this program manage " + kind.name() + " " + name);
    }

    private boolean isPart(Kind inner) {
        return existing && inner.describes();
    }

    private void declaration(Item.Declaration declaration, Place place) {
        Optional<Kind> part = program.index.kind(declaration.kind().text()).filter(this::isPart)
                .filter(inner -> inner.mayStandIn(kind.name()));
        if (part.isPresent())
            program.findings.add(ofOthers(ExpressionText.article(part.get().name()),
                    declaration.kind().span().to(declaration.head().span())));
        else if (place.prefix.isEmpty() && !place.member)
            program.declaration(declaration, kind.name(),
                    inside(kind.name().equals(KindName.PROJECT) ? "" : name))
                    .ifPresentOrElse(nested::add, () -> program.findings.doubt(span, declaration.kind().text()));
        else
            program.findings.add(whole(declaration.kind().span().to(declaration.head().span()), place));
    }

    private static Diagnostic whole(Span what, Place place) {
        return Diagnostic.error("MC0253", "only attributes and blocks are allowed in "
                + (place.member ? "`on MEMBER`" : "the block " + place.prefix.substring(0, place.prefix.length() - 1)),
                new Label(what, ""))
                .why(place.member
                        ? "the server stores only a few values per member; all others apply to the whole cluster"
                        : "a block is a part of its declaration")
                .fix(place.member ? "move it out of `on`" : "move it out of the block");
    }

    private void attribute(Item.Attribute item, Place place) {
        String path = place.prefix + item.key().text();
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
            unknown(item.key(), path, place, item.value().span().text());
    }

    private Optional<Value> judged(Expression value, Attribute attribute, Place place) {
        if (place.member && !attribute.isPerMember()) {
            program.findings.add(Diagnostic.error("MC0272", attribute.name() + " is one value for the whole cluster",
                    new Label(value.span(), "set for one member"))
                    .why("LXD stores only some keys per member, and this is not one of them")
                    .fix("set it outside of `on`"));
            return Optional.empty();
        }
        return judge.judge(value, attribute.type(), attribute.name());
    }

    /** {@code ipv6 = none}. */
    private void word(Item.Attribute item, Block block, Place place) {
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

    private void block(Item.Block item, Place place) {
        String path = place.prefix + item.key().text();
        Optional<Kind> inner = program.index.kind(item.key().text());
        if (kind.block(path).isPresent()) {
            if (isNew(path, item.key().span(), place))
                put(path, new Value.Truth(true, item.key().span()), item.key().span(), place);
            Place inside = new Place(path + ".", place.into, place.member);
            item.body().items().forEach(each -> read(each, inside));
        } else if (place.prefix.isEmpty() && kind.writable(path).isEmpty() && FreeBlocks.NAMES.contains(path))
            free.read(item, place.into);
        else if (inner.isPresent() && !inner.get().named() && place.prefix.isEmpty() && !place.member)
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
            unknown(item.key(), path, place, "");
    }

    private void unnamed(Item.Block item, Kind inner) {
        Span key = item.key().span();
        Optional<Declaration> first = nested.stream().filter(d -> d.kind() == inner).findFirst();
        if (!inner.mayStandIn(kind.name()))
            program.findings.add(misplaced(inner, key));
        else if (isPart(inner))
            program.findings.add(ofOthers(inner.name(), key));
        else if (first.isPresent())
            program.findings.add(twice(inner.name(), key, first.get().span()));
        else
            nested.add(new DeclarationReader(program, inner, "", key, inside(name)).read(item.body()));
    }

    private Enclosure inside(String outer) {
        return new Enclosure(project, outer, program.names.in(project).networks());
    }

    /** {@code cluster or member}. */
    static String places(Kind kind) {
        return String.join(" or ", kind.places().stream().filter(p -> !p.isEmpty()).toList());
    }

    static Diagnostic misplaced(Kind unnamed, Span key) {
        return Diagnostic.error("MC0276", unnamed.name() + " must be"
                + " in " + ExpressionText.article(places(unnamed)), new Label(key, ""))
                .why("it applies only to that")
                .fix("move it there");
    }

    private void on(Item.On item) {
        for (Name each : item.names()) {
            String word = each.text();
            boolean member = program.names.isMember(word);
            boolean group = !member && program.groups.has(word);
            if (!member && !group) {
                if (!program.findings.mayBeDeclared(word))
                    program.findings.add(unknownPlace(each));
                program.findings.doubt(span, InvalidParts.ALL);
            }
            Place place = new Place("", (group ? onGroups : on).computeIfAbsent(word, _ -> new LinkedHashMap<>()),
                    true);
            item.body().items().forEach(inner -> read(inner, place));
        }
    }

    private Diagnostic unknownPlace(Name name) {
        Set<String> known = new java.util.LinkedHashSet<>(program.names.places());
        known.addAll(program.groups.members().keySet());
        return Diagnostic.error("MC0254", "unknown member, group or cluster \"" + name.text() + "\"",
                new Label(name.span(), "")).fix(
                        UnknownNames.hint(name.text(), known, known.isEmpty()
                                ? "declare it: cluster NAME { member " + name.text() + " { address = … } }"
                                : "write one of: " + String.join(", ", known)));
    }

    /** @param value the user's own, or empty */
    private void unknown(Name key, String path, Place place, String value) {
        List<String> known = Stream.concat(kind.writable().stream().map(Attribute::path),
                kind.blocks().stream().map(Block::path)).filter(p -> isDirectlyIn(p, place.prefix))
                .map(p -> p.substring(place.prefix.length())).collect(Collectors.toCollection(ArrayList::new));
        Optional<String> own = Suggestion.to(key.text(), known);
        if (place.prefix.isEmpty())
            program.index.kinds().values().stream().filter(k -> k.places().contains(kind.name())).map(Kind::name)
                    .forEach(known::add);
        Optional<String> nearest = own.or(() -> Suggestion.to(key.text(), known));
        nearest.ifPresent(n -> program.findings.doubt(span, place.prefix + n));
        Optional<Attribute> byKey = kind.writable()
                .stream()
                .filter(a -> a.key().equals(key.text()) || a.path().equals(path) && path.indexOf('.') > 0)
                .findFirst();
        byKey.ifPresent(a -> program.findings.doubt(span, a.path()));
        String where = place.prefix.isEmpty()
                ? kind.named() ? ExpressionText.article(kind.name()) : kind.name()
                : "the block " + path.substring(0, path.length() - key.text().length() - 1);
        Diagnostic error = Diagnostic.error("MC0277", "unknown attribute \"" + key.text() + "\""
                + " of " + where, new Label(key.span(), ""));
        program.findings.add(byKey.isPresent()
                ? error.why("LXD's key " + byKey.get().key() + " is"
                        + " called " + byKey.get().path() + (byKey.get().block().isEmpty()
                                ? " in mcnet"
                                : " in"
                                        + " mcnet, with a block for each dot"))
                        .fix(spelled(byKey.get(), value))
                : error.why("mcnet could not apply an attribute that the kind does not have")
                        .fix(nearest.map(n -> "did you mean " + n + "?")
                                .orElse("it has: " + String.join(", ", known) + sentences(place))));
    }

    /** Of what a kind mostly consists. */
    private String sentences(Place place) {
        return kind.statements().stream().filter(s -> place.prefix.isEmpty() && s != StatementKinds.DEFAULTS)
                .findFirst()
                .map(s -> "; and sentences, such as: " + s.example()).orElse("");
    }

    private static String spelled(Attribute attribute, String value) {
        String inner = attribute.name() + " = "
                + (value.isEmpty() ? ExpressionText.example(attribute.type()) : own(value, attribute.type()));
        String[] blocks = attribute.block().isEmpty() ? new String[0] : attribute.block().split("\\.");
        for (int i = blocks.length - 1; i >= 0; i--)
            inner = blocks[i] + " { " + inner + " }";
        return "write " + inner;
    }

    /** The user's own value as the language writes it: only texts have quotes, lists have brackets. */
    private static String own(String value, Type type) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String bare = quoted && !(type instanceof Type.Text) && !(type instanceof Type.Secret)
                ? value.substring(1, value.length() - 1)
                : value;
        return type instanceof Type.ListOf && !bare.startsWith("[") ? "[" + bare.replaceAll(",\\s*", ", ") + "]" : bare;
    }

    private static boolean isDirectlyIn(String path, String prefix) {
        return path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0;
    }

    private boolean isNew(String path, Span at, Place place) {
        Setting first = place.into.get(path);
        if (first == null)
            return true;
        program.findings.add(twice(path, at, first.span()));
        return false;
    }

    private static Diagnostic twice(String path, Span again, Span first) {
        return Diagnostic.error("MC0278", "duplicate " + path, new Label(again, "again here"),
                new Label(first, "first here")).why("it would not be clear which of the two values applies")
                .fix("remove one of them");
    }

    private static void put(String path, Value value, Span at, Place place) {
        place.into.put(path, new Setting(path, value, at));
    }
}
