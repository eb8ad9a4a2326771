package mcnet.apply;

import java.time.Duration;
import java.util.List;
import mcnet.apply.lock.ClusterLock;
import mcnet.apply.lock.LockLost;
import mcnet.collect.Collector;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.SecretRedactor;
import mcnet.observe.SecretStore;
import mcnet.plan.Call;
import mcnet.plan.Step;
import mcnet.ssh.Connections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;

/** Makes the calls of one step, exactly as the plan has them, and waits for what must be seen then. */
final class StepRunner {
    /** How long a step's proofs may take to come true. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How long those of a step that only looks: nothing that it did needs time to show. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Connections connections;
    private final ClusterConnection cluster;
    private final SecretStore secretStore;
    private final CallTrace trace;
    private final ClusterLock lock;

    StepRunner(Connections connections, ClusterConnection cluster, SecretStore secretStore, CallTrace trace,
            ClusterLock lock) {
        this.connections = connections;
        this.secretStore = secretStore;
        this.cluster = cluster;
        this.trace = trace;
        this.lock = lock;
    }

    void run(Step step) throws StepFailed {
        try {
            LxdCalls lxd = new LxdCalls(step, connections.member(step.member()), secretStore, trace);
            OvsCalls ovs = new OvsCalls(step, connections.member(step.member()), trace);
            for (Call call : step.calls()) {
                lock.check();
                switch (call) {
                    case Call.Lxd request -> lxd.make(request);
                    case Call.ExternalIds ids -> ovs.make(ids);
                    case Call.RemoveBridge bridge -> ovs.make(bridge);
                }
            }
        } catch (RemoteException e) {
            throw new StepFailed(ConnectionFailures.of(e, cluster));
        } catch (LockLost e) {
            throw new StepFailed(e.reason());
        }
        if (!step.probes().isEmpty()) prove(step);
    }

    private void prove(Step step) throws StepFailed {
        List<ProbeResult> failed;
        boolean looks = step.calls().isEmpty();
        try {
            failed = new Verification(new Collector(cluster, connections, CallTrace.NONE), looks ? LOOK : PATIENCE,
                    (_, _) -> {})
                    .of(step.probes())
                    .stream().filter(v -> v.failed() || v.isUnknown()).toList();
        } catch (UnreachableException e) {
            throw new StepFailed(ConnectionFailures.of(e, cluster).getFirst().fix("to undo it: " + step.undo()));
        }
        if (failed.isEmpty()) return;
        ProbeResult first = failed.getFirst();
        if (looks)
            throw new StepFailed(Diagnostic.error("MC0763", step.id() + ": " + first.verdict().detail())
                    .why(first.verdict().why() + "; nothing was changed").fix(first.verdict().fix()));
        throw new StepFailed(Diagnostic.error("MC0904", step.id() + ": the call succeeded, but its effect is"
                + " not visible")
                .why(first.probe().claim() + ": " + first.verdict().detail() + ", " + PATIENCE.toSeconds() + " s later")
                .fix("to undo it: " + step.undo()));
    }

    /** What a call relied on is not so any more. */
    static StepFailed changed(Step step, String key, String planned, String held) {
        return new StepFailed(Diagnostic.error("MC0903", step.id() + ": " + key + " was changed by somebody"
                + " else during this apply")
                .why("the plan relied on \"" + SecretRedactor.BLANK.blank(key, planned) + "\", now it is \""
                        + SecretRedactor.BLANK.blank(key, held) + "\"")
                .fix("plan again and review the difference"));
    }
}
