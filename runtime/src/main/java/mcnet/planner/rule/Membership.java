package mcnet.planner.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.MemberAvailability;
import mcnet.lxd.server.MicroCloud;
import mcnet.model.Member;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Query;
import mcnet.plan.UnavailableMember;
import mcnet.planner.Participation;

/** The members in the file are the members of one cluster, and all of them. */
public final class Membership {
    private static final String SERVER = "/1.0";

    private Membership() {}

    public static List<Query> queries(PlanningContext now) {
        List<Query> queries = new ArrayList<>(List.of(MemberAvailability.ROSTER));
        for (String member : now.members()) queries.add(Query.member(member, SERVER));
        queries.addAll(MachineState.queries(now));
        return queries;
    }

    public static List<Diagnostic> check(PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>(names(now));
        if (wrong.isEmpty()) wrong.addAll(sameCluster(now));
        if (wrong.isEmpty()) wrong.addAll(MachineState.disks(now));
        if (wrong.isEmpty()) wrong.addAll(roster(now));
        return wrong;
    }

    /** Each member of the file is one of one cluster, under its own name, whether or not it is at work. */
    public static List<Diagnostic> identity(PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>(names(now));
        if (wrong.isEmpty()) wrong.addAll(sameCluster(now));
        return wrong;
    }

    /** Members of the file that are none of the cluster's, whatever else is wrong. */
    public static List<Diagnostic> strangers(PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>(identity(now));
        Answer answer = now.seen().of(MemberAvailability.ROSTER);
        if (wrong.isEmpty() && answer.ok()) wrong.addAll(absent(now, actual(answer)));
        return wrong;
    }

    private static Set<String> actual(Answer roster) {
        return roster.value().valueStream().map(m -> m.path("server_name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Diagnostic> absent(PlanningContext now, Set<String> actual) {
        List<Diagnostic> wrong = new ArrayList<>();
        for (Member member : now.cluster().members()) {
            if (actual.contains(member.name())) continue;
            wrong.add(Diagnostic.error("MC0726", "the cluster has no member " + member.name(),
                    at(member, "the cluster has " + String.join(", ", actual)))
                    .why("the names in the file must be the names on the server").fix(MicroCloud.is(now.seen())
                            ? "remove it from the file, or let it join first: microcloud add, on a member"
                            : "remove it from the file, or let it join first"));
        }
        return wrong;
    }

    /** Each address leads to the member that the file says. */
    private static List<Diagnostic> names(PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        for (Member member : now.reached()) {
            Answer answer = now.seen().member(member.name(), SERVER);
            JsonNode environment = answer.value().path("environment");
            String actual = environment.path("server_name").asText();
            if (!answer.ok() || !environment.has("server_clustered")) {
                wrong.add(unasked(member, answer));
            } else if (!environment.path("server_clustered").asBoolean()) {
                wrong.add(Diagnostic
                        .error("MC0720", "LXD on " + member.name() + " is not clustered", at(member, "declared here"))
                        .why("mcnet manages the networks of a cluster, with one member or more"
                                + (MicroCloud.is(now.seen())
                                        ? ", and this machine is not a member of the MicroCloud of the others"
                                        : ""))
                        .fix(MicroCloud.is(now.seen())
                                ? "let it join on a member of the MicroCloud: microcloud add; or remove it from"
                                        + " the file"
                                : "run there: lxc cluster enable " + ShellWords.quoted(member.name())
                                        + "; but if it must be part of a MicroCloud: microcloud init, or"
                                        + " microcloud add"
                                        + " on a member"));
            } else if (!actual.equals(member.name())) {
                wrong.add(Diagnostic.error("MC0721", member.host() + " is member " + actual + ", not " + member.name(),
                        at(member, "declared here")).why("the names in the file must be the names on the server")
                        .fix("correct the name or the address"));
            }
        }
        return wrong;
    }

    /** Whether it is clustered is not known then. */
    private static Diagnostic unasked(Member member, Answer answer) {
        return Diagnostic
                .error("MC0828", "LXD on " + member.name() + " does not describe itself", at(member, "declared here"))
                .why(answer.ok()
                        ? "its answer to GET /1.0 has no environment, as for a client that it does not trust"
                        : "its answer to GET /1.0 is: " + answer.error())
                .fix("run on " + member.name() + ": lxc query /1.0");
    }

    /** All members of a cluster show the cluster's certificate. */
    private static List<Diagnostic> sameCluster(PlanningContext now) {
        Map<String, Member> byFingerprint = new LinkedHashMap<>();
        for (Member member : now.reached()) {
            byFingerprint.putIfAbsent(now.seen().member(member.name(), SERVER).value().path("environment")
                    .path("certificate_fingerprint").asText(), member);
        }
        if (byFingerprint.size() < 2) return List.of();
        List<Member> of = List.copyOf(byFingerprint.values());
        return List.of(Diagnostic
                .error("MC0722", of.get(1).name() + " belongs to another cluster than " + of.get(0).name(),
                        at(of.get(1), "another cluster's certificate"), at(of.get(0), "this cluster's"))
                .why("a cluster block describes only one cluster")
                .fix("correct the address, or declare the other cluster in a separate program"));
    }

    private static List<Diagnostic> roster(PlanningContext now) {
        Answer answer = now.seen().of(MemberAvailability.ROSTER);
        if (!answer.ok()) {
            return List.of(Diagnostic.error("MC0723", "the cluster does not list its members: " + answer.error())
                    .why("without that list mcnet does not know which members a change affects")
                    .fix("run on " + now.lead() + ": lxc cluster list"));
        }
        Set<String> declared = new TreeSet<>(now.declared());
        Set<String> actual = actual(answer);
        List<UnavailableMember> unavailable = MemberAvailability.unavailable(now);
        List<Diagnostic> wrong = new ArrayList<>(
                MachineState.clocks(now, unavailable.stream().anyMatch(UnavailableMember::isReached)));
        if (wrong.isEmpty()) unavailable.stream().map(m -> Participation.warning(m, now)).forEach(wrong::add);
        String missing = actual.stream().filter(n -> !declared.contains(n)).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            wrong.add(Diagnostic.error("MC0725", "the file does not declare these members of the cluster: " + missing,
                    new Label(now.cluster().span(), "names " + String.join(", ", declared)))
                    .why("an uplink needs a NIC on each member, and tunnels lead to all of them")
                    .fix("declare them: member " + missing.replaceFirst(",.*", "") + " { address = … }"));
        }
        wrong.addAll(absent(now, actual));
        return wrong;
    }

    private static Label at(Member member, String text) {
        return new Label(member.span(), text);
    }
}
