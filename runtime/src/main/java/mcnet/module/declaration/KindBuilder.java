package mcnet.module.declaration;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcnet.schema.Attribute;
import mcnet.schema.Block;
import mcnet.schema.ConfigKeys;
import mcnet.schema.Contents;
import mcnet.schema.Family;
import mcnet.schema.Kind;
import mcnet.schema.KindDoc;
import mcnet.schema.KindRoles;
import mcnet.schema.Namespace;
import mcnet.schema.NamingRule;
import mcnet.schema.PartKind;
import mcnet.schema.Placement;
import mcnet.schema.ServerObject;
import mcnet.schema.StatementKinds;
import mcnet.schema.Type;

/** The words inside of {@code kind('network', '…') { … }}. */
public final class KindBuilder extends TypeNames {
    private final String name;
    private final String doc;
    private final String module;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<PartKind> parts = new ArrayList<>();
    private final List<Kind> inner = new ArrayList<>();
    private List<StatementKinds> statements = List.of();
    private Placement placement = Placement.TOP;
    private ServerObject server = ServerObject.NONE;
    private KindRoles roles = KindRoles.NONE;
    private String example = "";
    private boolean supported = true;

    KindBuilder(String name, String doc, String module) {
        this.name = name;
        this.doc = doc;
        this.module = module;
    }

    Kind kind() {
        return new Kind(name, new KindDoc(doc, example), placement, new Contents(attributes, blocks, statements, parts),
                server, roles,
                module, supported);
    }

    /** The kinds that are parts of this one. */
    List<Kind> inner() {
        return inner;
    }

    /** The program itself, as a place for {@link #within}. */
    public String getProgram() {
        return "";
    }

    /** The kinds that it may stand in, {@code program} among them; where nothing is said, only the program. */
    public void within(String... kinds) {
        placement = placement.in(List.of(kinds));
        if (!placement.places().contains(getProgram())) placement = placement.namespace(Namespace.PROJECT);
    }

    /** A declaration has no name. */
    public void unnamed() {
        placement = placement.unnamed();
    }

    /** Which names the server takes. */
    public void naming(NamingRule rule) {
        placement = placement.naming(rule);
    }

    /** What may stand in it beside attributes. */
    public void statements(StatementKinds... allowed) {
        statements = List.of(allowed);
    }

    /** A declaration as users would write it, in as many lines; what all lines begin with is taken off. */
    public void example(String text) {
        example = text.stripTrailing().stripIndent().strip();
    }

    /** It is read and checked, and no plan takes it yet. */
    public void unsupported() {
        supported = false;
    }

    /** @param apiExtension what a server that has the thing lists in {@code api_extensions} of {@code GET /1.0} */
    public void since(String apiExtension) {
        server = server.since(apiExtension);
    }

    /** Its objects are listed by {@code GET /1.0/COLLECTION}. */
    public void api(String collection) {
        server = server.at(collection, "");
    }

    /** @param type the server's word for such networks, {@code ovn} */
    public void api(String collection, String type) {
        server = server.at(collection, type);
    }

    /**
     * Its objects are parts of others, each of which lists its own: {@code GET /1.0/networks/web/forwards}.
     *
     * @param types which networks of the server have them
     */
    public void partOf(String parent, String collection, String... types) {
        server = server.of(parent, collection, Set.of(types));
    }

    /** The field of the object that holds its name, where that is not {@code name}. */
    public void nameKey(String key) {
        server = server.nameKey(key);
    }

    /** What the server's own client calls it, behind {@code lxc}. */
    public void command(String words) {
        server = server.command(words);
    }

    /** A declaration may have keys of its own, in {@code lxd { … }} and {@code user { … }}. */
    public void ownKeys() {
        server = server.keys(new ConfigKeys("", "", ConfigKeys.Own.ALL));
    }

    /**
     * The same, and the server tells which keys there are.
     *
     * @param section where its metadata lists them, {@code network-ovn}
     * @param plural what people call the objects
     */
    public void ownKeys(String section, String plural) {
        server = server.keys(new ConfigKeys(section, plural, ConfigKeys.Own.ALL));
    }

    /** The same, and none of {@code user { … }}. */
    public void serverKeys(String section, String plural) {
        server = server.keys(new ConfigKeys(section, plural, ConfigKeys.Own.SERVER));
    }

    /** Where its names live. */
    public void namespace(Namespace names) {
        placement = placement.namespace(names);
    }

    /** @param rank its place among the kinds that rules may name; where no kind is written, the first is meant */
    public void ruleSubject(int rank) {
        roles = roles.subject(rank, false);
    }

    /** The same, and flows may begin or end there. */
    public void ruleSubjectAndFlowEnd(int rank) {
        roles = roles.subject(rank, true);
    }

    /** @param prefix what stands before its name in the rules of the server; without it, rules get addresses */
    public void inRules(String prefix) {
        roles = roles.inRules(prefix);
    }

    /** @param order its place in an imported file */
    public void imported(int order) {
        roles = roles.imported(order, false);
    }

    /** The same for what a program manages already, and nothing else. */
    public void importedIfManaged(int order) {
        roles = roles.imported(order, true);
    }

    public void attribute(String path, Type type, String words) {
        attributes.add(new Attribute(path, type, words));
    }

    public void attribute(String path, Type type, String words,
            @DelegatesTo(value = AttributeBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        AttributeBuilder builder = new AttributeBuilder(path, type, words);
        run(body, builder);
        attributes.add(builder.attribute());
    }

    /** The attribute that most objects of LXD have. */
    public void description() {
        attribute("description", getText(), "Free text for people.", "description");
    }

    /** The attribute that keeps an object from being removed. */
    public void protect() {
        attribute("protect", getTruth(), "Refuses removal while true.", "user.mcnet.protect");
    }

    /** What others look after: it is set where the object is made, and not compared any more. */
    public void ignore() {
        attribute("ignore", list(getLabel()),
                "Attributes that are managed elsewhere: set at creation, ignored afterwards.");
    }

    private void attribute(String path, Type type, String words, String key) {
        AttributeBuilder builder = new AttributeBuilder(path, type, words);
        builder.key(key);
        attributes.add(builder.attribute());
    }

    /** @param words what may stand in the place of the block, {@code ipv6 = none} */
    public void block(String path, String blockDoc, String... words) {
        blocks.add(new Block(path, blockDoc, List.of(words)));
    }

    /** The same for IPv4 and for IPv6. */
    public void families(
            @ClosureParams(value = SimpleType.class, options = "mcnet.schema.Family") @DelegatesTo(value = KindBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        for (Family family : List.of(Family.IPV4, Family.IPV6)) run(body, this, family);
    }

    /**
     * A kind inside of this one whose declarations are keys of this one's object on the server.
     *
     * @param keys what its keys begin with before the part's name, {@code bgp.peers.}
     */
    public void part(String keys, String partName, String partDoc,
            @DelegatesTo(value = KindBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        KindBuilder builder = new KindBuilder(partName, partDoc, "");
        builder.within(name);
        builder.naming(NamingRule.KEY);
        builder.serverKeys("", "");
        run(body, builder);
        parts.add(new PartKind(keys, builder.kind()));
        inner.add(builder.kind());
    }

    static void run(Closure<?> body, Object delegate, Object... arguments) {
        Closure<?> own = (Closure<?>) body.clone();
        own.setDelegate(delegate);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call(arguments);
    }
}
