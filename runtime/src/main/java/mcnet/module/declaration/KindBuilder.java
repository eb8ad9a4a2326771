package mcnet.module.declaration;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.SimpleType;
import java.util.ArrayList;
import java.util.List;
import mcnet.schema.Attribute;
import mcnet.schema.Block;
import mcnet.schema.Contents;
import mcnet.schema.Family;
import mcnet.schema.Kind;
import mcnet.schema.NamingRule;
import mcnet.schema.PartKind;
import mcnet.schema.Placement;
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
    private String extension = "";
    private boolean supported = true;

    KindBuilder(String name, String doc, String module) {
        this.name = name;
        this.doc = doc;
        this.module = module;
    }

    Kind kind() {
        return new Kind(name, doc, placement, new Contents(attributes, blocks, statements, parts), extension, module,
                supported);
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

    /** It is read and checked, and no plan takes it yet. */
    public void unsupported() {
        supported = false;
    }

    /** @param apiExtension what a server that has the thing lists in {@code api_extensions} of {@code GET /1.0} */
    public void since(String apiExtension) {
        extension = apiExtension;
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
