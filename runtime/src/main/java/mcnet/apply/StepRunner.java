package mcnet.apply;

import java.time.Duration;
import java.util.List;
import mcnet.apply.lease.Lease;
import mcnet.apply.lease.LeaseLost;
import mcnet.diagnostic.Diagnostic;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.observe.Secrets;
import mcnet.observe.Trace;
import mcnet.observe.Vault;
import mcnet.plan.Call;
import mcnet.plan.Step;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.RemoteException;

/** Makes the calls of one step, exactly as the plan has them, and waits for what must be seen then. */
final class StepRunner {
    /** How long a step's proofs may take to come true. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How long those of a step that only looks: nothing that it did needs time to show. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Fleet fleet;
    private final Cluster cluster;
    private final Vault vault;
    private final Trace trace;
    private final Lease lease;

    StepRunner(Fleet fleet, Cluster cluster, Vault vault, Trace trace, Lease lease) {
        this.fleet = fleet;
        this.vault = vault;
        this.cluster = cluster;
        this.trace = trace;
        this.lease = lease;
    }

    void run(Step step) throws StepFailed {
        try {
            LxdCalls lxd = new LxdCalls(step, fleet.member(step.member()), vault, trace);
            OvsCalls ovs = new OvsCalls(step, fleet.member(step.member()), trace);
            for (Call call : step.calls()) {
                lease.check();
                switch (call) {
                    case Call.Lxd request -> lxd.make(request);
                    case Call.ExternalIds ids -> ovs.make(ids);
                    case Call.RemoveBridge bridge -> ovs.make(bridge);
                }
            }
        } catch (RemoteException e) {
            throw new StepFailed(Failures.of(e, cluster));
        } catch (LeaseLost e) {
            throw new StepFailed(e.reason());
        }
        if (!step.proofs().isEmpty()) prove(step);
    }

    private void prove(Step step) throws StepFailed {
        List<Verified> failed;
        boolean looks = step.calls().isEmpty();
        try {
            failed = new Verification(new Gather(cluster, fleet, Trace.NONE), looks ? LOOK : PATIENCE, (_, _) -> {})
                    .of(step.proofs())
                    .stream().filter(v -> v.failed() || v.isUnknown()).toList();
        } catch (FleetException e) {
            throw new StepFailed(Failures.of(e, cluster).getFirst().fix("to take it back: " + step.undo()));
        }
        if (failed.isEmpty()) return;
        Verified first = failed.getFirst();
        if (looks)
            throw new StepFailed(Diagnostic.error("MC0763", step.id() + ": " + first.verdict().detail())
                    .why(first.verdict().why() + "; nothing was moved").fix(first.verdict().fix()));
        throw new StepFailed(Diagnostic.error("MC0904", step.id() + ": it was done, but does not show")
                .why(first.proof().claim() + ": " + first.verdict().detail() + ", " + PATIENCE.toSeconds() + " s later")
                .fix("to take it back: " + step.undo()));
    }

    /** What a call relied on is not so any more. */
    static StepFailed changed(Step step, String key, String planned, String held) {
        return new StepFailed(Diagnostic.error("MC0903", step.id() + ": somebody changed " + key + " meanwhile")
                .why("the plan relied on \"" + Secrets.BLANK.blank(key, planned) + "\", now it is \""
                        + Secrets.BLANK.blank(key, held) + "\"")
                .fix("plan again and look at the difference"));
    }
}
