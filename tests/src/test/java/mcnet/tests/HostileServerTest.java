package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import mcnet.observe.Json;
import mcnet.report.Style;
import mcnet.tests.simulator.Answers;
import mcnet.tests.simulator.CommandAnswer;
import mcnet.tests.simulator.HostileAnswers;
import mcnet.tests.simulator.HttpAnswer;
import mcnet.tests.simulator.HttpRequest;
import mcnet.tests.simulator.MeanTexts;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Members that answer whatever could hurt: foreign text is shown and never obeyed, every run comes to an end, and none
 * sends anything. Each round takes a program of {@code tests/plan} and spoils what its cluster answered; most rounds plan,
 * some look in other ways. {@code -Dseed} and {@code -Drounds} repeat one.
 */
class HostileServerTest {
    private static final Path CASES = Mcnet.HOME.resolve("tests/plan");
    private static final boolean LONG = Boolean.getBoolean("mcnet.long");
    private static final int ROUNDS = LONG ? 10_000 : 500;
    /** Of each run, so that it fails for what was changed; {@code --long} looks for what nobody has met yet. */
    private static final long SEED = 22364869836843L;
    private static final int SECONDS = 120;
    /** A list that a server does not have is asked for again and again, and a secret that nobody set ends a plan early. */
    private static final Set<String> SLOW = Set.of("list-that-is-not-there", "secrets-compared", "secrets-created");

    @TempDir
    static Path folder;
    private static final Map<String, SimulatedMember> MEMBERS = new TreeMap<>();

    @BeforeAll
    static void up() {
        for (String member : List.of("micro1", "micro2", "micro3"))
            MEMBERS.put(member, SimulatedMember.start(member, folder, null,
                    "\u001b[2J\u202e\r\n" + MeanTexts.FORGED + "\n"));
    }

    @AfterAll
    static void down() {
        MEMBERS.values().forEach(SimulatedMember::close);
    }

    @Test
    void nothingIsObeyedAndNothingSent() throws IOException {
        long first = Long.getLong("seed", LONG ? System.nanoTime() : SEED);
        int rounds = Integer.getInteger("rounds", ROUNDS);
        System.out.println("nothingIsObeyedAndNothingSent: -Dseed=" + first + ", " + rounds + " rounds");
        List<Path> cases = cases();
        Map<String, Integer> ends = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            long seed = first + round;
            Random random = new Random(seed);
            Path story = cases.get(random.nextInt(cases.size()));
            boolean alone = random.nextInt(10) > 0;
            Path program = program(story, alone);
            int rate = List.of(3, 10, 50, 200).get(random.nextInt(4));
            MEMBERS.forEach((name, member) -> {
                Answers honest = RecordedAnswers.of(story.resolve("observed.json"), name);
                member.answer(new HostileAnswers(alone ? alone(honest) : honest, seed + name.hashCode(), rate, 100));
            });
            List<String> command = new ArrayList<>(command(random));
            command.addAll(List.of("--timeout", "2", program.toString()));
            String what = "-Dseed=" + seed + " -Drounds=1: " + story.getFileName() + ": mcnet " + command;
            Mcnet.Said said = ended(what, command);
            ends.merge(command.getFirst() + " " + said.status(), 1, Integer::sum);
            // A program's text keeps the joiners that Persian words and emoji are made with.
            isHarmless(command.contains("import") ? said.out().replaceAll("[\u200c\u200d]", "") : said.out(), what);
            isHarmless(said.err(), what);
            if (command.contains("json") && !said.out().isEmpty()) new ObjectMapper().readTree(said.out());
            MEMBERS.values().forEach(m -> assertEquals(List.of(), m.writes(), what));
        }
        System.out.println("nothingIsObeyedAndNothingSent: " + ends);
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(f -> !Files.exists(f.resolve("cluster")) && !SLOW.contains(f.getFileName().toString()))
                    .sorted().toList();
        }
    }

    /** @param alone with the first member only, which is most of what a round costs */
    private static Path program(Path story, boolean alone) throws IOException {
        String text = Files.readString(story.resolve("desired.mcnet"));
        if (alone) text = text.replaceAll("(?m)^.*(member|on) micro[23].*$", "");
        for (SimulatedMember member : MEMBERS.values()) text = member.reached(text);
        return Files.writeString(folder.resolve("program.mcnet"), text);
    }

    /** As if the others were no members. */
    private static Answers alone(Answers honest) {
        return new Answers() {
            @Override
            public HttpAnswer lxd(HttpRequest request) throws IOException {
                HttpAnswer answer = honest.lxd(request);
                if (!request.path().startsWith("/1.0/cluster/members")) return answer;
                JsonNode all = Json.read(answer.body());
                ArrayNode one = JsonNodeFactory.instance.arrayNode();
                all.path("metadata").valueStream()
                        .filter(m -> m.path("server_name").asText().equals("micro1")).forEach(one::add);
                return HttpAnswer.sync(one.toString());
            }

            @Override
            public CommandAnswer command(List<String> words) throws IOException {
                return honest.command(words);
            }
        };
    }

    /** Proofs that fail are looked at again for five seconds, so few rounds verify. */
    private static List<String> command(Random random) {
        int choice = random.nextInt(200);
        if (choice == 0) return List.of("verify");
        if (choice < 10) return List.of("status");
        if (choice < 20) return List.of("drift");
        if (choice < 30) return List.of("import");
        if (choice < 40) return List.of("plan", "--format", "json");
        if (choice < 50) return List.of("plan", "--verbose");
        if (choice < 55) return List.of("drift", "--format", "json");
        return List.of("plan");
    }

    private static Mcnet.Said ended(String what, List<String> command) {
        CompletableFuture<Mcnet.Said> run = CompletableFuture
                .supplyAsync(() -> InProcess.run(Style.PLAIN, command.toArray(String[]::new)));
        try {
            return run.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return fail(what + " does not come to an end");
        } catch (ExecutionException e) {
            return fail(what, e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void isHarmless(String shown, String what) {
        Optional<String> harm = harm(shown);
        assertTrue(harm.isEmpty(), () -> what + "\n" + harm.get() + " stands in\n" + shown);
    }

    /** What in an output a terminal would obey, a reader be misled by, or nobody but mcnet's makers understand. */
    static Optional<String> harm(String shown) {
        if (shown.lines().anyMatch(l -> l.startsWith(MeanTexts.FORGED))) return Optional.of("a line that is not ours");
        for (String trace : List.of("\tat ", "Exception", "java.lang"))
            if (shown.contains(trace)) return Optional.of(trace);
        return shown.codePoints().filter(c -> c != '\n' && isObeyed(c)).mapToObj("U+%04X"::formatted).findFirst();
    }

    private static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
