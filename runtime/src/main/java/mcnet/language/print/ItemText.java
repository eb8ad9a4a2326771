package mcnet.language.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.ExpectStatement;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.StatementNode;
import mcnet.grammar.tree.SubjectNode;
import mcnet.grammar.tree.Target;
import mcnet.grammar.tree.TrafficNode;
import mcnet.language.value.ValueSpelling;

/** Items without reuse as text. How they are laid out is the formatter's to say. */
public final class ItemText {
    private static final int SHORT = 3;

    private ItemText() {}

    public static String of(List<Item> items) {
        return items.stream().map(ItemText::item).collect(Collectors.joining("\n", "", "\n"));
    }

    /** A name as it is written, in quotes where it needs them. */
    public static String name(String name) {
        return ValueSpelling.name(name);
    }

    /** A text in quotes. */
    public static String quoted(String text) {
        return ValueSpelling.quoted(text);
    }

    /** Whether a name can be written without quotes. */
    public static boolean isWord(String name) {
        return ValueSpelling.isName(name);
    }

    private static String item(Item item) {
        return switch (item) {
            case Item.Program p -> "program " + name(p.name());
            case Item.Declaration d -> (d.existing() ? "existing " : "") + d.kind().text() + " " + head(d.head())
                    + d.body().map(b -> " " + body(b)).orElse("");
            case Item.Attribute a -> a.key().text() + " = " + ValueSpelling.of(a.value());
            case Item.Block b -> b.key().text() + " " + body(b.body());
            case Item.On o -> "on " + o.names().stream().map(ItemText::name).collect(Collectors.joining(", ")) + " "
                    + body(o.body());
            case Item.Statement s -> sentence(s.sentence());
            case Item.Expect e ->
                e.claims().stream().map(ItemText::claim).collect(Collectors.joining("\n", "expect {\n", "\n}"));
            default -> item.span().text();
        };
    }

    /** What holds more than a few simple things has a line for each. */
    private static String body(Body body) {
        boolean isShort = body.items().size() <= SHORT
                && body.items().stream().allMatch(Item.Attribute.class::isInstance);
        return body.items().stream().map(ItemText::item).collect(
                Collectors.joining(isShort ? " " : "\n", isShort ? "{ " : "{\n", isShort ? " }" : "\n}"));
    }

    private static String head(Expression head) {
        return head instanceof Expression.Text t ? ValueSpelling.quoted(t.text()) : ValueSpelling.of(head);
    }

    private static String name(Name name) {
        return name.quoted() ? ValueSpelling.quoted(name.text()) : name.text();
    }

    private static String sentence(StatementNode sentence) {
        return switch (sentence) {
            case StatementNode.Rule r -> word(r.verdict()) + " " + word(r.direction())
                    + r.service().map(s -> " " + service(s)).orElse("") + subjects(" from ", r.from())
                    + ports(" source port ", r.sourcePorts()) + subjects(" to ", r.to()) + ports(" port ", r.ports())
                    + switch (r.state()) {
                        case PLAIN -> "";
                        case LOGGED -> " log";
                        case DISABLED -> " disabled";
                    } + description(r.description());
            case StatementNode.Default d -> "otherwise " + word(d.verdict()) + " " + word(d.direction())
                    + (d.logged() ? " log" : "");
            case StatementNode.DefaultTarget t -> "otherwise -> " + ValueSpelling.of(t.target());
            case StatementNode.Translation t -> service(t.service()) + " -> "
                    + t.targets().stream().map(ItemText::target).collect(Collectors.joining(", "))
                    + description(t.description());
            case StatementNode.Peer p -> "peer " + name(p.left()) + " <-> " + name(p.right())
                    + p.body().map(b -> " " + body(b)).orElse("");
            case StatementNode.Naming n -> "service " + n.name().text() + " = " + services(n.services());
            case StatementNode.Flow f ->
                "flow" + subjects(" ", f.from()) + subjects(" -> ", f.to()) + carried(f.services())
                        + description(f.description());
        };
    }

    private static String claim(ExpectStatement claim) {
        if (!(claim instanceof ExpectStatement.Reach r))
            return claim.span().text();
        String verb = switch (r.mode()) {
            case REACHES -> " reaches ";
            case NEVER -> " never reaches ";
            case ONLY -> " reach ";
        };
        return (r.mode() == ExpectStatement.Mode.ONLY ? "only " : "") + subjects("", r.from()) + subjects(verb, r.to())
                + carried(r.services()) + description(r.description());
    }

    private static String carried(List<TrafficNode> services) {
        boolean named = !services.isEmpty() && services.getFirst() instanceof TrafficNode.Named;
        return services.isEmpty() ? "" : (named ? " using " : " ") + services(services);
    }

    private static String services(List<TrafficNode> services) {
        return services.stream().map(ItemText::service).collect(Collectors.joining(", "));
    }

    private static String service(TrafficNode service) {
        return switch (service) {
            case TrafficNode.Ports p -> p.protocol() + ports(" ", p.ports());
            case TrafficNode.Icmp i -> i.protocol() + i.type().map(t -> " " + t).orElse("")
                    + i.code().map(c -> "/" + c).orElse("");
            case TrafficNode.Any _ -> "any";
            case TrafficNode.Named n -> n.name().text();
        };
    }

    private static String ports(String before, List<Expression> ports) {
        return ports.isEmpty() ? "" : before + ports.stream().map(ValueSpelling::of).collect(Collectors.joining(", "));
    }

    private static String subjects(String before, List<SubjectNode> subjects) {
        return subjects.isEmpty()
                ? ""
                : before + subjects.stream().map(ItemText::subject).collect(Collectors.joining(", "));
    }

    private static String subject(SubjectNode subject) {
        return switch (subject) {
            case SubjectNode.Word w -> w.word();
            case SubjectNode.Thing t -> t.kind() + " " + name(t.name());
            case SubjectNode.PeerSide p -> "peer " + name(p.network()) + "/" + name(p.other());
            case SubjectNode.Place p -> ValueSpelling.of(p.place());
        };
    }

    private static String target(Target target) {
        return ValueSpelling.of(target.place()) + ports(" port ", target.ports());
    }

    private static String description(Optional<Name> text) {
        return text.map(t -> " " + ValueSpelling.quoted(t.text())).orElse("");
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
