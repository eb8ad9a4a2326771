package mcnet.lang;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Claim;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.Sentence;
import mcnet.grammar.tree.Service;
import mcnet.grammar.tree.Subject;
import mcnet.grammar.tree.Target;

/** Items without reuse as text. How they are laid out is the formatter's to say. */
public final class Plain {
    private static final int SHORT = 3;

    private Plain() {}

    public static String of(List<Item> items) {
        return items.stream().map(Plain::item).collect(Collectors.joining("\n", "", "\n"));
    }

    /** A name as it is written, in quotes where it needs them. */
    public static String name(String name) {
        return Spelled.name(name);
    }

    /** A text in quotes. */
    public static String quoted(String text) {
        return Spelled.quoted(text);
    }

    /** Whether a name can be written without quotes. */
    public static boolean isWord(String name) {
        return Spelled.isName(name);
    }

    private static String item(Item item) {
        return switch (item) {
            case Item.Program p -> "program " + name(p.name());
            case Item.Declaration d -> (d.existing() ? "existing " : "") + d.kind().text() + " " + head(d.head())
                    + d.body().map(b -> " " + body(b)).orElse("");
            case Item.Attribute a -> a.key().text() + " = " + Spelled.of(a.value());
            case Item.Block b -> b.key().text() + " " + body(b.body());
            case Item.On o -> "on " + o.names().stream().map(Plain::name).collect(Collectors.joining(", ")) + " "
                    + body(o.body());
            case Item.Said s -> sentence(s.sentence());
            case Item.Expect e ->
                e.claims().stream().map(Plain::claim).collect(Collectors.joining("\n", "expect {\n", "\n}"));
            default -> item.span().text();
        };
    }

    /** What holds more than a few simple things has a line for each. */
    private static String body(Body body) {
        boolean isShort = body.items().size() <= SHORT
                && body.items().stream().allMatch(Item.Attribute.class::isInstance);
        return body.items().stream().map(Plain::item).collect(
                Collectors.joining(isShort ? " " : "\n", isShort ? "{ " : "{\n", isShort ? " }" : "\n}"));
    }

    private static String head(Expression head) {
        return head instanceof Expression.Text t ? Spelled.quoted(t.text()) : Spelled.of(head);
    }

    private static String name(Name name) {
        return name.quoted() ? Spelled.quoted(name.text()) : name.text();
    }

    private static String sentence(Sentence sentence) {
        return switch (sentence) {
            case Sentence.Rule r -> word(r.verdict()) + " " + word(r.direction())
                    + r.service().map(s -> " " + service(s)).orElse("") + subjects(" from ", r.from())
                    + ports(" source port ", r.sourcePorts()) + subjects(" to ", r.to()) + ports(" port ", r.ports())
                    + switch (r.state()) {
                        case PLAIN -> "";
                        case LOGGED -> " log";
                        case DISABLED -> " disabled";
                    } + description(r.description());
            case Sentence.Default d -> "otherwise " + word(d.verdict()) + " " + word(d.direction())
                    + (d.logged() ? " log" : "");
            case Sentence.DefaultTarget t -> "otherwise -> " + Spelled.of(t.target());
            case Sentence.Translation t -> service(t.service()) + " -> "
                    + t.targets().stream().map(Plain::target).collect(Collectors.joining(", "))
                    + description(t.description());
            case Sentence.Peer p -> "peer " + name(p.left()) + " <-> " + name(p.right())
                    + p.body().map(b -> " " + body(b)).orElse("");
            case Sentence.Naming n -> "service " + n.name().text() + " = " + services(n.services());
            case Sentence.Flow f -> "flow" + subjects(" ", f.from()) + subjects(" -> ", f.to()) + carried(f.services())
                    + description(f.description());
        };
    }

    private static String claim(Claim claim) {
        if (!(claim instanceof Claim.Reach r))
            return claim.span().text();
        String verb = switch (r.mode()) {
            case REACHES -> " reaches ";
            case NEVER -> " never reaches ";
            case ONLY -> " reach ";
        };
        return (r.mode() == Claim.Mode.ONLY ? "only " : "") + subjects("", r.from()) + subjects(verb, r.to())
                + carried(r.services()) + description(r.description());
    }

    private static String carried(List<Service> services) {
        boolean named = !services.isEmpty() && services.getFirst() instanceof Service.Named;
        return services.isEmpty() ? "" : (named ? " using " : " ") + services(services);
    }

    private static String services(List<Service> services) {
        return services.stream().map(Plain::service).collect(Collectors.joining(", "));
    }

    private static String service(Service service) {
        return switch (service) {
            case Service.Ports p -> p.protocol() + ports(" ", p.ports());
            case Service.Icmp i -> i.protocol() + i.type().map(t -> " " + t).orElse("")
                    + i.code().map(c -> "/" + c).orElse("");
            case Service.Any _ -> "any";
            case Service.Named n -> n.name().text();
        };
    }

    private static String ports(String before, List<Expression> ports) {
        return ports.isEmpty() ? "" : before + ports.stream().map(Spelled::of).collect(Collectors.joining(", "));
    }

    private static String subjects(String before, List<Subject> subjects) {
        return subjects.isEmpty()
                ? ""
                : before + subjects.stream().map(Plain::subject).collect(Collectors.joining(", "));
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case Subject.Word w -> w.word();
            case Subject.Thing t -> t.kind() + " " + name(t.name());
            case Subject.PeerSide p -> "peer " + name(p.network()) + "/" + name(p.other());
            case Subject.Place p -> Spelled.of(p.place());
        };
    }

    private static String target(Target target) {
        return Spelled.of(target.place()) + ports(" port ", target.ports());
    }

    private static String description(Optional<Name> text) {
        return text.map(t -> " " + Spelled.quoted(t.text())).orElse("");
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
