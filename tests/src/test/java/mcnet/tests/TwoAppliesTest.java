package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people apply at the same moment, again and again, every other time where somebody's apply was killed just before.
 * Judged by what LXD's socket saw, in its order: the changes of one stand together, never between those of the other; and
 * by the number of the lease, which counts those who held it.
 */
class TwoAppliesTest extends LabStory {
    private static final int ROUNDS = Boolean.getBoolean("mcnet.long") ? 100 : 10;
    private static final int ACLS = 6;

    @TempDir
    static Path other;
    @TempDir
    static Path dead;
    @TempDir
    static Path state;

    @Test
    void theirChangesNeverInterleave() throws Exception {
        lab.settle("both.mcnet", program("nobody"));
        for (Path each : List.of(other, dead))
            Files.copy(folder.resolve("cluster.mcnet"), each.resolve("cluster.mcnet"));
        int both = 0;
        int deaths = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            try (ApiRecorder watch = ApiRecorder.of(lab)) {
                if (round % 2 == 0 && dies("dead " + round)) deaths++;
                watch.clear();
                long lock = lab.lock();
                lab.write("both.mcnet", program("one " + round));
                Files.writeString(other.resolve("both.mcnet"), program("other " + round));
                Mcnet.Execution first = new Mcnet(folder).start("apply", "--yes");
                Mcnet.Execution second = new Mcnet(other).start("apply", "--yes");
                List<Mcnet.Result> ends = List.of(first.end(), second.end());
                List<Integer> statuses = ends.stream().map(Mcnet.Result::status).sorted().toList();
                assertTrue(statuses.equals(List.of(0, 0)) || statuses.equals(List.of(0, 5)),
                        () -> "statuses " + statuses + "\n" + ends);
                if (statuses.getLast() == 0) both++;
                List<String> order = authors(watch);
                assertEquals(order.stream().distinct().toList(), runs(order), () -> order + "\n" + ends);
                assertEquals(statuses.getLast() == 0 ? 2 : 1, runs(order).size(), () -> order + "\n" + ends);
                assertEquals(lock + runs(order).size(), lab.lock(), () -> order + "\n" + ends);
            }
        }
        System.out.println("two applies at once, " + ROUNDS + " times: one after the other " + both
                + " times, one told of the other " + (ROUNDS - both) + " times, never interleaved; " + deaths
                + " times a killed one's lease went to one of them");
    }

    /** An apply is killed at its first change; its lease stays behind. */
    private static boolean dies(String author) throws Exception {
        Files.writeString(dead.resolve("both.mcnet"), program(author));
        JournalWatcher moments = new JournalWatcher(state);
        Mcnet.Execution apply = new Mcnet(dead, moments.environment()).start("apply", "--yes");
        boolean reached = moments.awaitCall(apply, "PUT /1.0/network-acls/a");
        apply.kill();
        return reached;
    }

    private static String program(String author) {
        return "program both\n" + IntStream.rangeClosed(1, ACLS)
                .mapToObj(i -> "acl a" + i + " { description = \"" + author + "\" }\n").collect(Collectors.joining());
    }

    /** Whose each change was. */
    private static List<String> authors(ApiRecorder watch) {
        List<String> authors = new ArrayList<>();
        for (ApiRecorder.Seen write : watch.writes("micro1"))
            authors.add(write.body().path("description").asText().replaceFirst(" .*", ""));
        return authors;
    }

    /** Without repetitions side by side. */
    private static List<String> runs(List<String> all) {
        List<String> runs = new ArrayList<>();
        for (String each : all) if (runs.isEmpty() || !runs.getLast().equals(each)) runs.add(each);
        return runs;
    }
}
