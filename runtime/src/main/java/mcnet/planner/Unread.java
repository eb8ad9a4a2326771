package mcnet.planner;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.module.Situation;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Question;

/** What the server would not tell: a plan that took silence for absence would make things anew that are there. */
final class Unread {
    private Unread() {}

    static List<Diagnostic> of(List<Asked> questions, Situation now) {
        return questions.stream().distinct().filter(asked -> asked.question() instanceof Question.Lxd)
                .filter(asked -> failed(now.seen().of(asked))).limit(3).map(asked -> error(asked, now)).toList();
    }

    private static boolean failed(Answer answer) {
        return !answer.ok() && !answer.absent() && answer.status() != 0;
    }

    private static Diagnostic error(Asked asked, Situation now) {
        Answer answer = now.seen().of(asked);
        return Diagnostic.error("MC0731", "LXD does not answer " + asked.question().text())
                .why(answer.status() + (answer.error().isEmpty() ? "" : ": " + answer.error()))
                .fix("see what `lxc query " + ((Question.Lxd) asked.question()).path() + "` says on " + now.lead());
    }
}
