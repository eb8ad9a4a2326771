package mcnet.planner.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.MemberAvailability;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.observe.Question;

/** What the server would not tell: a plan that took silence for absence would make things anew that are there. */
public final class UnansweredQueries {
    private UnansweredQueries() {}

    public static List<Diagnostic> of(List<Query> queries, PlanningContext now) {
        return queries.stream().distinct().filter(asked -> asked.question() instanceof Question.Lxd)
                .filter(asked -> !(asked.place() instanceof QueryTarget.Member(String name))
                        || now.members().contains(name))
                .filter(asked -> MemberAvailability.unanswered(asked, now).isEmpty())
                .filter(asked -> failed(asked, now.seen().of(asked))).limit(3).map(asked -> error(asked, now)).toList();
    }

    private static boolean failed(Query asked, Answer answer) {
        return !answer.ok() && answer.status() != 0 && answer.isReached() && (!answer.absent() || isList(asked));
    }

    /**
     * Lists that were answered with 404 though what they are lists of is there: LXD 6.9 answers so when an entry is
     * removed while it lists them ({@code lxd/network_acls.go}).
     */
    public static List<Query> vanished(List<Query> queries, PlanningContext now) {
        return queries.stream().distinct().filter(asked -> isList(asked) && now.seen().of(asked).absent()).toList();
    }

    /** What the server was never asked: a recording was made for other files, or by an older mcnet. */
    public static Optional<Diagnostic> unasked(List<Query> queries, PlanningContext now) {
        List<String> paths = queries.stream().distinct().filter(asked -> asked.place().equals(QueryTarget.CLUSTER))
                .filter(asked -> asked.question() instanceof Question.Lxd && !now.seen().knows(asked))
                .map(asked -> asked.question().text()).toList();
        if (paths.isEmpty()) return Optional.empty();
        return Optional.of(Diagnostic
                .warning("MC0770", "the observation does not contain everything that these files need: "
                        + paths.stream().limit(3).collect(Collectors.joining(", "))
                        + (paths.size() > 3 ? " and " + (paths.size() - 3) + " more" : ""))
                .why("the missing parts were not queried, so mcnet treats them as absent, and a plan may create"
                        + " objects that already exist")
                .fix("observe again with these files: mcnet observe --out FILE"));
    }

    /** All lists among queries. */
    public static List<Query> lists(List<Query> queries) {
        return queries.stream().distinct().filter(UnansweredQueries::isList).toList();
    }

    private static boolean isList(Query asked) {
        return asked.question() instanceof Question.Lxd(String path) && path.contains("recursion=1")
                && !path.startsWith("/1.0/cluster/");
    }

    private static Diagnostic error(Query asked, PlanningContext now) {
        Answer answer = now.seen().of(asked);
        return Diagnostic.error("MC0731", "LXD does not answer " + asked.question().text())
                .why(answer.status() + (answer.error().isEmpty() ? "" : ": " + answer.error()))
                .fix("run `lxc query " + ShellWords.quoted(((Question.Lxd) asked.question()).path()) + "`"
                        + " on " + now.lead());
    }
}
