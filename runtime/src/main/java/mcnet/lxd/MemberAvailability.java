package mcnet.lxd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.model.Member;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.Question;
import mcnet.plan.UnavailableMember;

/**
 * Which members take part: those that answer mcnet, and those that LXD counts as online. What is not seen of a member that
 * does not answer is not known, which is not the same as not there.
 */
public final class MemberAvailability {
    /** The cluster's own list of its members. */
    public static final Query ROSTER = Query.cluster("/1.0/cluster/members?recursion=1");

    /** An evacuated member has no instances, and takes part in every change ({@code lxd/db/node.go ToAPI}). */
    private static final Set<String> AT_WORK = Set.of("Online", "Evacuated");
    private static final String SERVER = "/1.0";
    private static final int FAILED = 500;

    private MemberAvailability() {}

    /** Of the declared members, those that cannot be reached or are offline. */
    public static List<UnavailableMember> unavailable(PlanningContext now) {
        List<UnavailableMember> all = new ArrayList<>();
        for (Member member : now.cluster().members()) {
            Optional<String> silent = silence(member.name(), now.seen());
            Optional<String> offline = offline(member.name(), now.seen());
            if (silent.isEmpty() && offline.isEmpty()) continue;
            all.add(new UnavailableMember(member.name(), silent.or(() -> offline).orElseThrow(), silent.isEmpty()));
        }
        return all;
    }

    /**
     * Why a question about one object was not answered that LXD passes on to the member which has it
     * ({@code lxd/response.go forwardedResponseIfInstanceIsRemote}); empty where all members take part.
     */
    public static Optional<String> unanswered(Query asked, PlanningContext now) {
        Answer answer = now.seen().of(asked);
        if (answer.status() < FAILED || !isPassedOn(asked)) return Optional.empty();
        String away = unavailable(now).stream().map(UnavailableMember::name).collect(Collectors.joining(", "));
        return away.isEmpty()
                ? Optional.empty()
                : Optional.of("LXD forwards the query to the member that has it, such as " + away + ", and answers: "
                        + answer.error());
    }

    private static boolean isPassedOn(Query asked) {
        return asked.question() instanceof Question.Lxd(String path) && path.startsWith("/1.0/instances/");
    }

    /** Whether a member answers, or nobody has asked it yet. */
    public static boolean isReached(String member, Observation seen) {
        return silence(member, seen).isEmpty();
    }

    /** One whose LXD has lost the cluster's database answers nothing either. */
    private static Optional<String> silence(String member, Observation seen) {
        if (seen.unreached().containsKey(member)) return Optional.of(seen.unreached().get(member));
        Answer own = seen.member(member, SERVER);
        if (own.status() < FAILED || offline(member, seen).isEmpty()) return Optional.empty();
        return Optional.of("LXD on " + member + " answers GET /1.0 with: " + own.error() + "; "
                + offline(member, seen).get());
    }

    /** What LXD says of a member that it does not count as online. */
    public static Optional<String> offline(String member, Observation seen) {
        for (JsonNode each : seen.of(ROSTER).value()) {
            String status = each.path("status").asText();
            if (!each.path("server_name").asText().equals(member) || AT_WORK.contains(status)) continue;
            String message = each.path("message").asText();
            return Optional.of("LXD counts it as " + status.toLowerCase(Locale.ROOT)
                    + (message.isEmpty() ? "" : ": " + message));
        }
        return Optional.empty();
    }
}
