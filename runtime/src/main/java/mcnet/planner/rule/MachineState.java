package mcnet.planner.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Member;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.observe.Question;

/** The members as machines: room for their databases to write, and one time for all. */
final class MachineState {
    private static final Question MACHINE = new Question.Machine();
    /** Two segments of LXD's database log (dqlite), 8 MiB each, which it makes before it needs them. */
    private static final long LEAST_KIB = 2 * 8 * 1024;
    /** LXD's default of {@code cluster.offline_threshold}: members count one another as offline by their own clocks. */
    private static final Duration MOST_APART = Duration.ofSeconds(20);

    private MachineState() {}

    static List<Query> queries(PlanningContext now) {
        return now.members().stream().map(m -> Query.member(m, MACHINE)).toList();
    }

    /** A full disk stops a plan before anything is half written. */
    static List<Diagnostic> disks(PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        for (Member member : now.reached()) {
            for (Map.Entry<String, JsonNode> folder : answer(member, now).path("free").properties()) {
                if (!folder.getValue().isNumber() || folder.getValue().asLong() >= LEAST_KIB) continue;
                wrong.add(Diagnostic
                        .error("MC0727", "the disk of member " + member.name() + " is full",
                                new Label(member.span(),
                                        folder.getKey() + " has " + mebibytes(folder.getValue().asLong())
                                                + " left"))
                        .why("the databases are there, and a change that cannot be written would stay incomplete")
                        .fix("free some space on " + member.name() + ": see `df -h " + folder.getKey() + "`"));
            }
        }
        return wrong;
    }

    /**
     * Members whose clocks differ from that of most. Such a member sees all others offline, or is seen so, by LXD.
     *
     * @param offline whether LXD, as the member that was asked sees it, has members offline: then nothing can be changed
     */
    static List<Diagnostic> clocks(PlanningContext now, boolean offline) {
        SequencedMap<Member, Long> times = new LinkedHashMap<>();
        for (Member member : now.reached()) {
            JsonNode time = answer(member, now).path("time");
            if (time.isNumber()) times.put(member, time.asLong());
        }
        if (times.isEmpty()) return List.of();
        long usual = times.values().stream().sorted().toList().get((times.size() - 1) / 2);
        List<Diagnostic> wrong = new ArrayList<>();
        times.forEach((member, time) -> {
            Duration ahead = Duration.ofSeconds(time - usual);
            if (ahead.abs().compareTo(MOST_APART) < 0) return;
            String what = "the clock of member " + member.name() + " is " + text(ahead.abs())
                    + (ahead.isPositive() ? " ahead" : " behind");
            Label label = new Label(member.span(), "compared with the other members");
            Diagnostic diagnostic = offline
                    ? Diagnostic.error("MC0728", what, label)
                    : Diagnostic.warning("MC0728", what, label);
            wrong.add(diagnostic.why("LXD uses the clock to decide which members are online and which"
                    + " certificates are valid")
                    .fix("run `timedatectl` on " + member.name() + ", and set its clock by NTP"));
        });
        return wrong;
    }

    private static JsonNode answer(Member member, PlanningContext now) {
        return now.seen().member(member.name(), MACHINE).value();
    }

    private static String mebibytes(long kib) {
        return kib / 1024 + " MiB";
    }

    /** To the minute, since members answer one a little after the other: {@code 1 h 2 min}. */
    private static String text(Duration duration) {
        long minutes = duration.plusSeconds(30).toMinutes();
        if (minutes < 2) return duration.toSeconds() + " s";
        if (minutes < 60) return minutes + " min";
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
