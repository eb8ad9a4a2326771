package mcnet.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.cli.CommandInput;
import mcnet.cli.KnownKinds;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.schema.Kind;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example that {@code mcnet explain KIND} shows is a program that {@code mcnet check} accepts. */
class KindExamplesTest {
    private static final KnownKinds KINDS = new KnownKinds(TestIndex.INDEX, Optional.empty(), List.of());
    /** Reported of correct programs: what this version of mcnet does not do yet. */
    private static final Set<String> NOT_YET = Set.of("MC0200");
    /** In 80 columns, of which {@code explain} indents two. */
    private static final int WIDTH = 78;
    /** What an example names and does not declare. */
    private static final List<String> AROUND = List.of("network web", "network db", "acl web");
    private static final String UPLINK = """
            existing uplink public {
              ipv4 {
                gateway = 198.51.100.1/24
                ranges  = [198.51.100.100-198.51.100.119]
                routes  = [198.51.100.128/25]
              }
            }
            """;
    private static final String CLUSTER = """
            cluster berlin {
              member micro1 { address = 10.77.0.11  dns { address = "10.77.0.11:53" } }
              member micro2 { address = 10.77.0.12 }
              member micro3 { address = 10.77.0.13 }
            }
            """;

    static Collection<Kind> kinds() {
        return TestIndex.INDEX.kinds().values();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void checkAcceptsIt(Kind kind) {
        String example = kind.doc().example();
        assertTrue(example.matches("(?s)(.*\\W)?" + kind.name() + " .*"), () -> kind.name() + ": " + example);
        assertEquals(List.of(), CommandInput.check(List.of(new Source("example.mcnet", whole(example))), KINDS)
                .diagnostics().stream().filter(d -> !NOT_YET.contains(d.code())).map(Diagnostic::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isInTheLayoutOfTheFormatter(Kind kind) {
        String example = kind.doc().example() + "\n";
        assertEquals(Formatter.format(new Source("example.mcnet", example)).text(), example);
        assertTrue(example.lines().allMatch(line -> line.length() <= WIDTH), example);
    }

    private static String whole(String example) {
        Stream<String> existing = AROUND.stream().filter(a -> !example.contains(a + " {")).map(a -> "existing " + a);
        return "program shop\n" + (example.startsWith("cluster") ? "" : CLUSTER)
                + (example.contains("uplink public {") ? "" : UPLINK)
                + existing.collect(Collectors.joining("\n", "", "\n")) + example + "\n";
    }
}
