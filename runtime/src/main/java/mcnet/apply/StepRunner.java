package mcnet.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.module.LxdNetworks;
import mcnet.plan.Call;
import mcnet.plan.Step;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.RemoteException;
import mcnet.remote.Writing;

/** Makes the calls of one step, exactly as the plan has them, and waits for what must be seen then. */
final class StepRunner {
    /** How long a step's proofs may take to come true. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Fleet fleet;
    private final Cluster cluster;

    StepRunner(Fleet fleet, Cluster cluster) {
        this.fleet = fleet;
        this.cluster = cluster;
    }

    void run(Step step) throws StepFailed {
        try {
            Writing member = fleet.member(step.member());
            for (Call call : step.calls()) {
                switch (call) {
                    case Call.Lxd lxd -> request(step, lxd, member);
                    case Call.ExternalIds ids -> set(step, ids, member);
                }
            }
        } catch (RemoteException e) {
            throw new StepFailed(Failures.of(e, cluster));
        }
        if (!step.proofs().isEmpty()) prove(step);
    }

    private void request(Step step, Call.Lxd call, Writing member) throws RemoteException, StepFailed {
        String etag = call.expected().isEmpty() ? null : check(step, call, member);
        Writing.Reply reply = member.request(call.method(), call.path(), call.body(), etag);
        if (reply.ok()) return;
        throw new StepFailed(Diagnostic.error("MC0901", step.id() + ": LXD on " + step.member() + " refused")
                .why(reply.error())
                .fix("mend the cause and apply again: what is done already will not be done twice"));
    }

    /** Nobody changed what the plan relied on since it was made; the ETag keeps it so until the call. */
    private static String check(Step step, Call.Lxd call, Writing member) throws RemoteException, StepFailed {
        Writing.Reply object = member.request("GET", call.path(), null, null);
        Map<String, String> config = LxdNetworks.config(object.metadata());
        for (Map.Entry<String, String> expected : call.expected().entrySet()) {
            String held = config.getOrDefault(expected.getKey(), "");
            if (!held.equals(expected.getValue())) throw changed(step, expected.getKey(), expected.getValue(), held);
        }
        return object.etag();
    }

    private static void set(Step step, Call.ExternalIds call, Writing member) throws RemoteException, StepFailed {
        for (Map.Entry<String, String> expected : call.expected().entrySet()) {
            Writing.Ran held = member.run(List.of("vs", "--if-exists", "get", "open_vswitch", ".",
                    "external_ids:" + expected.getKey()));
            String value = held.out().strip().replaceAll("^\"|\"$", "");
            if (!value.equals(expected.getValue())) throw changed(step, expected.getKey(), expected.getValue(), value);
        }
        List<String> command = new ArrayList<>(List.of("vs", "--timeout=10"));
        if (!call.set().isEmpty()) {
            command.addAll(List.of("set", "open_vswitch", "."));
            call.set().forEach((key, value) -> command.add("external_ids:" + key + "=\"" + value + "\""));
        }
        if (!call.remove().isEmpty()) {
            if (!call.set().isEmpty()) command.add("--");
            command.addAll(List.of("remove", "open_vswitch", ".", "external_ids"));
            command.addAll(call.remove());
        }
        Writing.Ran ran = member.run(command);
        if (ran.exit() == 0) return;
        throw new StepFailed(Diagnostic.error("MC0902", step.id() + ": Open vSwitch on " + step.member() + " refused")
                .why(ran.err().strip())
                .fix("mend the cause and apply again: what is done already will not be done twice"));
    }

    private static StepFailed changed(Step step, String key, String planned, String held) {
        return new StepFailed(Diagnostic.error("MC0903", step.id() + ": somebody changed " + key + " meanwhile")
                .why("the plan relied on \"" + planned + "\", now it is \"" + held + "\"")
                .fix("plan again and look at the difference"));
    }

    private void prove(Step step) throws StepFailed {
        List<Verified> failed;
        try {
            failed = new Verification(new Gather(cluster, fleet), PATIENCE, (_, _) -> {}).of(step.proofs()).stream()
                    .filter(Verified::failed).toList();
        } catch (FleetException e) {
            throw new StepFailed(Failures.of(e, cluster).getFirst().fix("to take it back: " + step.undo()));
        }
        if (failed.isEmpty()) return;
        Verified first = failed.getFirst();
        throw new StepFailed(Diagnostic.error("MC0904", step.id() + ": it was done, but does not show")
                .why(first.proof().claim() + ": " + first.verdict().detail() + ", " + PATIENCE.toSeconds() + " s later")
                .fix("to take it back: " + step.undo()));
    }
}
