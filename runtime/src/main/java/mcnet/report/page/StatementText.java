package mcnet.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mcnet.schema.Index;
import mcnet.schema.Kind;
import mcnet.schema.StatementKinds;

/** Sentences in words: how each sort is written, what it does and which kinds take it. */
final class StatementText {
    private static final String EXPECT = """
            expect { web reaches db tcp 5432 }

            What must be true: `A reaches B`, `A never reaches B`, `only A reach B`, followed by services.
            Not checked yet: this version only checks its names. `mcnet check` warns.""";

    private StatementText() {}

    /** @param word the first of a sentence: {@code allow}; empty: no sentence begins so */
    static Optional<String> of(Index index, String word) {
        List<StatementKinds> sorts = Arrays.stream(StatementKinds.values()).filter(s -> words(s).contains(word))
                .toList();
        if (word.equals("expect"))
            return Optional.of(EXPECT);
        if (sorts.isEmpty())
            return Optional.empty();
        return Optional.of(String.join("\n\n", sorts.stream().map(s -> s.example() + "\n\n" + doc(s) + "\nIt is"
                + " written in "
                + homes(index, s) + ".").toList()));
    }

    private static List<String> words(StatementKinds sort) {
        return switch (sort) {
            case RULES -> List.of("allow", "reject", "drop");
            case DEFAULTS, REST -> List.of("otherwise");
            case PORTS -> List.of("tcp", "udp");
        };
    }

    private static String doc(StatementKinds sort) {
        return switch (sort) {
            case RULES ->
                "What may enter (ingress) or leave (egress): tcp, udp, icmp4, icmp6, a service's name or any;\n"
                        + "from and to take addresses, networks, any, internal, external, network NAME, acl NAME, peer A/B.\n"
                        + "drop has precedence over reject, reject over allow, in any order.";
            case DEFAULTS -> "Action for packets that match no rule.";
            case PORTS -> "Forwards these ports to an address, an instance, a backend or a pool.";
            case REST -> "Forwards all other ports.";
        };
    }

    private static String homes(Index index, StatementKinds sort) {
        return String.join(" or ", index.kinds().values().stream().filter(k -> k.statements().contains(sort))
                .map(Kind::name).map(n -> (n.matches("[aeiou].*") ? "an " : "a ") + n).toList());
    }
}
