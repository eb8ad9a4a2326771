package mcnet.planner;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.module.Availability;
import mcnet.module.Situation;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Place;
import mcnet.observe.Question;

/** What the server would not tell: a plan that took silence for absence would make things anew that are there. */
final class Unread {
    private Unread() {}

    static List<Diagnostic> of(List<Asked> questions, Situation now) {
        return questions.stream().distinct().filter(asked -> asked.question() instanceof Question.Lxd)
                .filter(asked -> !(asked.place() instanceof Place.Member(String name)) || now.members().contains(name))
                .filter(asked -> Availability.unanswered(asked, now).isEmpty())
                .filter(asked -> failed(asked, now.seen().of(asked))).limit(3).map(asked -> error(asked, now)).toList();
    }

    private static boolean failed(Asked asked, Answer answer) {
        return !answer.ok() && answer.status() != 0 && answer.isReached() && (!answer.absent() || isList(asked));
    }

    /**
     * Lists that were answered with 404 though what they are lists of is there: LXD 6.9 answers so when an entry is
     * removed while it lists them ({@code lxd/network_acls.go}).
     */
    static List<Asked> vanished(List<Asked> questions, Situation now) {
        return questions.stream().distinct().filter(asked -> isList(asked) && now.seen().of(asked).absent()).toList();
    }

    /** What the server was never asked: a recording was made for other files, or by an older mcnet. */
    static Optional<Diagnostic> unasked(List<Asked> questions, Situation now) {
        List<String> paths = questions.stream().distinct().filter(asked -> asked.place().equals(Place.CLUSTER))
                .filter(asked -> asked.question() instanceof Question.Lxd && !now.seen().knows(asked))
                .map(asked -> asked.question().text()).toList();
        if (paths.isEmpty()) return Optional.empty();
        return Optional.of(Diagnostic
                .warning("MC0770", "the observation does not tell all that these files need: "
                        + paths.stream().limit(3).collect(Collectors.joining(", "))
                        + (paths.size() > 3 ? " and " + (paths.size() - 3) + " more" : ""))
                .why("nobody asked the cluster for it, so it counts as not there, and a plan may create what exists")
                .fix("observe again with these files: mcnet observe --out FILE"));
    }

    /** All lists among questions. */
    static List<Asked> lists(List<Asked> questions) {
        return questions.stream().distinct().filter(Unread::isList).toList();
    }

    private static boolean isList(Asked asked) {
        return asked.question() instanceof Question.Lxd(String path) && path.contains("recursion=1")
                && !path.startsWith("/1.0/cluster/");
    }

    private static Diagnostic error(Asked asked, Situation now) {
        Answer answer = now.seen().of(asked);
        return Diagnostic.error("MC0731", "LXD does not answer " + asked.question().text())
                .why(answer.status() + (answer.error().isEmpty() ? "" : ": " + answer.error()))
                .fix("see what `lxc query " + ShellWords.quoted(((Question.Lxd) asked.question()).path()) + "` says on "
                        + now.lead());
    }
}
