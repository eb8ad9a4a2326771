package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Item;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.lower.FlowRules;
import mcnet.lxd.zone.ReverseZones;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.module.loading.Modules;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.planner.Planner;
import mcnet.planner.PlanningResult;
import mcnet.report.json.PlanJson;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.Test;

/**
 * Nothing that is accepted is dropped: whatever one takes out of an accepted program, a declaration, an attribute, a
 * sentence, the plan is another then. The program has every kind in every place where it may stand
 * ({@code tests/plan/everything-in-every-place}); random parts of it are left out before, so that what one thing says is
 * not only seen beside another.
 */
class NothingDroppedTest {
    private static final long SEED = Long.getLong("seed", 20261126);
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/everything-in-every-place");
    private static final Index INDEX = IndexFile.shipped();
    /**
     * What says where the members are and how they are reached, what is known of things of others, what is looked at and
     * never set, what holds after the creation only: it leads to no call of its own.
     */
    private static final Pattern NO_CALL = Pattern.compile("(?s)(address|underlay) = 10\\.(77|88)\\.1.*|ignore.*"
            + "|(ipv4 \\{ )?(gateway|routes) = \\[?198\\.18\\.9\\..*|ipv4 \\{ address = 10\\.70\\.1\\.1/24 \\}"
            + "|address = 10\\.70\\.1\\.1/24|existing uplink dmz.*");

    /** What a call says in other words: a feature, the state that two sides make. */
    private static final Set<String> SAID_OTHERWISE = Set.of("networks", "names", "state");

    private final Observation seen;

    NothingDroppedTest() throws IOException {
        seen = CaseObservation.of(CASE.resolve("observed.json"));
    }

    @Test
    void whatIsTakenOutChangesThePlan() throws IOException {
        String whole = Files.readString(CASE.resolve("desired.mcnet"));
        List<String> dropped = new ArrayList<>(dropped(whole, whole));
        Random random = new Random(SEED);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String fewer = fewer(whole, random);
            if (plan(fewer).isEmpty()) continue;
            accepted++;
            dropped.addAll(dropped(fewer, whole));
        }
        assertEquals(List.of(), dropped.stream().distinct().toList(), "-Dseed=" + SEED);
        assertTrue(accepted > 0, "no program with parts left out was accepted");
    }

    @Test
    void whatDiffersIsSent() throws IOException {
        PlanningResult planned = planned(Files.readString(CASE.resolve("desired.mcnet"))).orElseThrow();
        // No release has the keys that stand under lxd; this server has, by its own metadata. Its defaults part nobody.
        List<String> warned = List.of("MC0466", "MC0486");
        assertEquals(List.of(), planned.obstacles().stream().filter(d -> !warned.contains(d.code())).toList());
        List<String> unsent = new ArrayList<>();
        for (Change change : planned.plan().changes()) {
            String sent = planned.plan().steps().stream().filter(s -> s.resource().equals(change.id()))
                    .flatMap(s -> s.calls().stream()).map(Object::toString).collect(Collectors.joining());
            for (Difference d : change.differences())
                if (d.changes() && !d.field().isElement() && !SAID_OTHERWISE.contains(d.field().attribute())
                        && !sent.contains(sent(d)))
                    unsent.add(change.id() + " " + d.field() + " = " + d.after());
        }
        assertEquals(List.of(), unsent);
    }

    private static String sent(Difference d) {
        String value = d.field().attribute().endsWith("zone") ? ReverseZones.server(d.after()) : d.after();
        return value.replace("\"", "\\\"");
    }

    /** The pieces that make no difference. */
    private List<String> dropped(String text, String whole) {
        Optional<String> plan = plan(text);
        assertTrue(plan.isPresent(), () -> "not accepted: " + text);
        List<String> dropped = new ArrayList<>();
        for (Span piece : pieces(text)) {
            if (NO_CALL.matcher(piece.text()).matches()) continue;
            if (plan(without(text, piece)).filter(plan.get()::equals).isPresent())
                dropped.add(piece.fileAndLine() + " " + piece.text());
        }
        return dropped;
    }

    /** Some pieces less, as far as all else is accepted without them. */
    private String fewer(String text, Random random) {
        String fewer = text;
        for (Span piece : pieces(text)) {
            if (random.nextInt(6) > 0 || !fewer.contains(piece.text())) continue;
            String without = without(fewer, piece);
            if (without.strip().length() < fewer.strip().length() && plan(without).isPresent()) fewer = without;
        }
        return fewer;
    }

    /** Blanks in its place, so that all else stays on its line. */
    private static String without(String text, Span piece) {
        return text.substring(0, piece.start()) + piece.text().replaceAll("[^\n]", " ")
                + text.substring(piece.end());
    }

    private static List<Span> pieces(String text) {
        List<Span> pieces = new ArrayList<>();
        collect(Parser.parse(new Source("desired.mcnet", text)).file().items(), pieces);
        return pieces;
    }

    private static void collect(List<Item> items, List<Span> pieces) {
        for (Item item : items) {
            switch (item) {
                case Item.Program _,Item.Broken _,Item.Let _,Item.Param _,Item.Blueprint _ -> {}
                case Item.Statement(mcnet.grammar.tree.StatementNode.Naming _, Span _) -> {}
                default -> pieces.add(item.span());
            }
            bodies(item).forEach(body -> collect(body.items(), pieces));
        }
    }

    private static List<Body> bodies(Item item) {
        return switch (item) {
            case Item.Declaration d -> d.body().stream().toList();
            case Item.Block b -> List.of(b.body());
            case Item.On o -> List.of(o.body());
            case Item.For f -> List.of(f.body());
            case Item.If i -> List.of(i.then());
            case Item.Blueprint b -> List.of(b.body());
            default -> List.of();
        };
    }

    /** The plan of an accepted program, with all that is said of it; empty where it is refused. */
    private Optional<String> plan(String text) {
        return planned(text).map(p -> PlanJson.of(p.plan(), p.obstacles()));
    }

    private Optional<PlanningResult> planned(String text) {
        CompiledPrograms compiled = Compiler.compile(List.of(new Source("desired.mcnet", text)), INDEX);
        List<Diagnostic> said = new ArrayList<>(compiled.diagnostics());
        if (compiled.hasErrors() || compiled.perCluster().isEmpty()) return Optional.empty();
        said.addAll(Checks.check(compiled.perCluster().stream()
                .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList()));
        Program program = FlowRules.lowered(compiled.perCluster().getFirst().program(), INDEX);
        if (said.stream().anyMatch(Diagnostic::isError) || program.clusters().isEmpty()) return Optional.empty();
        PlanningContext now = new PlanningContext(program, program.clusters().getFirst(), seen);
        PlanningResult planned = Planner.plan(now, Modules.of(INDEX));
        said.addAll(planned.obstacles());
        return Optional.of(new PlanningResult(planned.plan(), said));
    }
}
