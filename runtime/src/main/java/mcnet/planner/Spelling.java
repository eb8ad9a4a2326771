package mcnet.planner;

import inet.ipaddr.IPAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.model.Ip;
import mcnet.observe.SecretStore;
import mcnet.schema.Type;

/**
 * Whether two spellings mean the same. LXD keeps the text that it was sent: {@code yes} stays {@code yes}, a list keeps
 * its blanks, an IPv6 address its capitals.
 */
public final class Spelling {
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "off");

    /** The word by which a file leaves a value to the server; it is sent where there is none, and any other will do. */
    private static final String CHOSEN = "auto";
    /** What the server never chooses: a network without addresses of a family has none because somebody said so. */
    private static final Set<String> NOT_CHOSEN = Set.of("", "none");

    private Spelling() {}

    /**
     * @param held by the server
     * @param desired by the program
     */
    public static boolean same(Type type, String held, String desired) {
        if (SecretStore.isName(desired)) return SecretStore.same(held, desired);
        if (desired.equals(CHOSEN) && isChoice(type)) return !NOT_CHOSEN.contains(held);
        return held.equals(desired) || normal(type, held).equals(normal(type, desired));
    }

    private static boolean isChoice(Type type) {
        return switch (type) {
            case Type.Words words -> words.words().contains(CHOSEN);
            case Type.Either either -> either.types().stream().anyMatch(Spelling::isChoice);
            default -> false;
        };
    }

    private static Object normal(Type type, String text) {
        return switch (type) {
            case Type.Truth _ -> truth(text);
            case Type.ListOf(Type.Subnet subnet) ->
                Arrays.stream(text.split(",")).map(e -> normal(subnet, e.trim())).filter(e -> !e.equals(""))
                        .collect(Collectors.toSet());
            case Type.ListOf(Type.Reference _) ->
                Arrays.stream(text.split(",")).map(String::trim).filter(e -> !e.isEmpty()).collect(Collectors.toSet());
            case Type.ListOf list ->
                Arrays.stream(text.split(",")).map(e -> normal(list.element(), e.trim())).filter(e -> !e.equals(""))
                        .toList();
            case Type.Range _ -> List.of(Arrays.stream(text.split("-", 2)).map(Spelling::address).toArray());
            case Type.Address _,Type.Interface _,Type.Subnet _ -> address(text);
            case Type.Mac _,Type.Words _,Type.Domain _ -> text.toLowerCase(Locale.ROOT);
            case Type.Whole _,Type.Duration _ -> number(text);
            case Type.Either either -> either(either, text);
            default -> text;
        };
    }

    private static Object either(Type.Either either, String text) {
        String normal = text;
        for (Type type : either.types()) normal = String.valueOf(normal(type, normal));
        return normal;
    }

    /** LXD reads whole numbers with a sign and with zeros in front ({@code strconv.ParseInt}). */
    private static String number(String text) {
        return text.matches("[+-]?[0-9]{1,18}") ? String.valueOf(Long.parseLong(text)) : text;
    }

    private static String truth(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return TRUE.contains(small) ? "true" : FALSE.contains(small) ? "false" : text;
    }

    private static String address(String text) {
        IPAddress address = text.isBlank() ? null : Ip.read(text.trim());
        return address == null ? text : address.toCanonicalString();
    }
}
