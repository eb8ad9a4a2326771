package mcnet.tests;

import static java.util.Comparator.comparingLong;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.MeanTexts;
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
    /**
     * Rounds that ended in a fault once: no server said what it is, a pair named other networks, a file to import beside
     * held an instance.
     */
    private static final long[] FOUND = {34013378950004L, 34013378951396L, 34013378954095L, 34013378957172L,
            52229986318773L};
    private static final int SECONDS = 120;
    private static final int FAILURES = 20;
    /** A round waits more than it works: for answers that were cut off, and for sshd. */
    private static final int SIDE_BY_SIDE = 4;
    /** A list that a server does not have is asked for again and again, and a secret that nobody set ends a plan early. */
    private static final Set<String> SLOW = Set.of("list-that-is-not-there", "secrets-compared", "secrets-created");

    @TempDir
    static Path folder;
    private static final BlockingQueue<HostileCluster> CLUSTERS = new LinkedBlockingQueue<>();

    @BeforeAll
    static void up() throws IOException {
        for (int i = 0; i < SIDE_BY_SIDE; i++)
            CLUSTERS.add(new HostileCluster(Files.createDirectory(folder.resolve("cluster" + i))));
    }

    @AfterAll
    static void down() {
        CLUSTERS.forEach(HostileCluster::close);
    }

    @Test
    void nothingIsObeyedAndNothingSent() throws Exception {
        long first = Long.getLong("seed", LONG ? System.nanoTime() : SEED);
        int rounds = Integer.getInteger("rounds", ROUNDS);
        System.out.println("nothingIsObeyedAndNothingSent: -Dseed=" + first + ", " + rounds + " rounds");
        List<Path> cases = cases();
        Map<String, Integer> ends = new ConcurrentSkipListMap<>();
        Queue<Throwable> harmed = new ConcurrentLinkedQueue<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            LongStream.concat(LongStream.of(FOUND), LongStream.range(first, first + rounds))
                    .forEach(seed -> workers.execute(() -> {
                        if (harmed.size() < FAILURES) played(cases, seed, ends, harmed);
                    }));
        }
        System.out.println("nothingIsObeyedAndNothingSent: " + ends);
        assertAll(harmed.stream().map(e -> () -> {
            throw e;
        }));
    }

    private static void played(List<Path> cases, long seed, Map<String, Integer> ends, Queue<Throwable> harmed) {
        HostileCluster cluster = CLUSTERS.remove();
        try {
            ends.merge(round(cases, seed, cluster), 1, Integer::sum);
        } catch (AssertionError | Exception e) {
            harmed.add(e);
        } finally {
            CLUSTERS.add(cluster);
        }
    }

    /** @return the command and its status */
    private static String round(List<Path> cases, long seed, HostileCluster cluster) throws IOException {
        Random random = new Random(seed);
        Path story = drawn(cases, seed);
        boolean alone = random.nextInt(10) > 0;
        int rate = List.of(3, 10, 50, 200).get(random.nextInt(4));
        Path program = cluster.play(story, seed, alone, rate);
        List<String> command = new ArrayList<>(command(random));
        command.addAll(List.of("--timeout", "2", program.toString()));
        String what = "-Dseed=" + seed + " -Drounds=1: " + story.getFileName() + ": mcnet " + command;
        Mcnet.Result said = ended(what, command);
        // A program's text keeps the joiners that Persian words and emoji are made with.
        isHarmless(command.contains("import") ? said.out().replaceAll("[\u200c\u200d]", "") : said.out(), what);
        isHarmless(said.err(), what);
        if (command.contains("json") && !said.out().isEmpty()) new ObjectMapper().readTree(said.out());
        assertEquals(List.of(), cluster.writes(), what);
        return command.getFirst() + " " + said.status();
    }

    /** A new case takes its share of the rounds, and leaves the others as they were. */
    private static Path drawn(List<Path> cases, long seed) {
        return cases.stream()
                .max(comparingLong(c -> new SplittableRandom(seed ^ c.getFileName().toString().hashCode()).nextLong()))
                .orElseThrow();
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(f -> !Files.exists(f.resolve("cluster")) && !SLOW.contains(f.getFileName().toString()))
                    .sorted().toList();
        }
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

    private static Mcnet.Result ended(String what, List<String> command) {
        CompletableFuture<Mcnet.Result> run = CompletableFuture
                .supplyAsync(() -> InProcess.run(Style.PLAIN, command.toArray(String[]::new)),
                        r -> Thread.ofPlatform().daemon().start(r));
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
