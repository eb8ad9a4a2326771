package mcnet.language.print;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.grammar.tree.Expression;
import mcnet.language.value.AddressLiterals;
import mcnet.schema.Family;
import mcnet.schema.Kind;
import mcnet.schema.Type;

/** Types and expressions in words. */
public final class ExpressionText {
    private ExpressionText() {}

    /** {@code an IPv4 address}. */
    public static String of(Type type) {
        return switch (type) {
            case Type.Text _ -> "a text in quotes";
            case Type.Path _ -> "a file's path in quotes";
            case Type.Whole(long least, long most) -> least == Long.MIN_VALUE
                    ? "a whole number"
                    : "a whole number from " + least + " to " + most;
            case Type.Truth _ -> "true or false";
            case Type.Nic _ -> "the name of an interface";
            case Type.Domain _ -> "a domain name";
            case Type.Address(Family family) -> an(family) + "address";
            case Type.Interface(Family family) -> an(family) + "address with the length of its network";
            case Type.Subnet(Family family) -> family == Family.ANY ? "a network" : an(family) + "network";
            case Type.Range(Family family) -> "a range of " + (family == Family.ANY ? "" : name(family) + " ")
                    + "addresses";
            case Type.Mac _ -> "a MAC address";
            case Type.Duration(long least, long most) -> most == Long.MAX_VALUE
                    ? "a duration"
                    : "a duration from " + least + "s to " + most + "s";
            case Type.Secret _ -> "a secret";
            case Type.Label _ -> "a name";
            case Type.Words(List<String> words) -> String.join(" or ", words);
            case Type.Reference(String kinds) -> "the name of "
                    + Stream.of(kinds.split(",")).map(ExpressionText::article).collect(Collectors.joining(" or "));
            case Type.ListOf(Type element) -> "a list, each " + of(element);
            case Type.Either(List<Type> types) ->
                types.stream().map(ExpressionText::of).collect(Collectors.joining(", or "));
        };
    }

    /** What stands behind a kind's word: {@code NAME}. */
    public static String head(Kind kind) {
        return switch (kind.naming()) {
            case ADDRESS -> "ADDRESS";
            case ZONE -> "DOMAIN";
            default -> "NAME";
        };
    }

    /** How such a value is written. */
    public static String example(Type type) {
        return switch (type) {
            case Type.Text _ -> "\"like this\"";
            case Type.Path _ -> "\"~/.ssh/id_ed25519\"";
            case Type.Whole(long least, long most) -> Long.toString(whole(least, most));
            case Type.Truth _ -> "true";
            case Type.Nic _ -> "eth0";
            case Type.Domain _ -> "shop.example.org";
            case Type.Address(Family family) -> family == Family.IPV6 ? "fd42::1" : "10.42.1.1";
            case Type.Interface(Family family) -> family == Family.IPV6 ? "fd42::1/64" : "10.42.1.1/24";
            case Type.Subnet(Family family) -> family == Family.IPV6 ? "fd42::/64" : "10.42.1.0/24";
            case Type.Range(Family family) ->
                family == Family.IPV6 ? "fd42::100-fd42::1ff" : "10.42.1.50-10.42.1.99";
            case Type.Mac _ -> "00:16:3e:00:00:01";
            case Type.Duration _ -> "30s";
            case Type.Secret _ -> "secret(\"env:NAME\")";
            case Type.Label _ -> "rack1";
            case Type.Words(List<String> words) -> words.getFirst();
            case Type.Reference(String kinds) -> switch (kinds) {
                case "uplink", "uplink,bridge" -> "public";
                case "zone" -> "shop.example.org";
                default -> "web";
            };
            case Type.ListOf(Type element) -> "[" + example(element) + "]";
            case Type.Either(List<Type> types) ->
                types.stream().sorted(Comparator.comparing(each -> each instanceof Type.Words))
                        .map(ExpressionText::example).distinct().collect(Collectors.joining(" or "));
        };
    }

    /** Ports and numbers of autonomous systems are known by their bounds. */
    private static long whole(long least, long most) {
        if (least == 1 && most == 65535)
            return 8080;
        if (most == 4294967294L)
            return 64512;
        return Math.clamp(1500, least, most);
    }

    /** What an expression visibly is. */
    public static String of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> switch (literal.form()) {
                case WHOLE -> "a number";
                case WHOLE_RANGE -> "a range of numbers";
                case QUANTITY -> "a quantity";
                case LENGTH -> "a length";
                case ADDRESS4, ADDRESS6 -> AddressLiterals.isMac(literal.text()) ? "a MAC address" : "an address";
                case NET4, NET6 -> "an address with a length";
                case RANGE4, RANGE6 -> "a range of addresses";
            };
            case Expression.Word word -> "the word `" + word.text() + "`";
            case Expression.Text _ -> "a text";
            case Expression.Truth truth -> Boolean.toString(truth.value());
            case Expression.ListOf _,Expression.Comprehension _ -> "a list";
            case Expression.MapOf _ -> "a map";
            case Expression.Call _ -> "a secret";
            default -> "this";
        };
    }

    public static String article(String kind) {
        return ("aeio".indexOf(kind.charAt(0)) >= 0 || kind.startsWith("up") || kind.startsWith("un") ? "an " : "a ")
                + kind;
    }

    public static String name(Family family) {
        return family == Family.IPV6 ? "IPv6" : "IPv4";
    }

    private static String an(Family family) {
        return family == Family.ANY ? "an " : "an " + name(family) + " ";
    }
}
