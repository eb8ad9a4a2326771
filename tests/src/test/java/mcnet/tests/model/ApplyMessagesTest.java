package mcnet.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import mcnet.apply.Apply;
import mcnet.apply.lock.ClusterLock;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.observe.SecretStore;
import mcnet.operation.PlanOperation;
import mcnet.plan.ObservedResource;
import mcnet.plan.Plan;
import mcnet.planner.Planner;
import mcnet.planner.StalenessCheck;
import mcnet.report.terminal.Style;
import mcnet.report.text.DiagnosticText;
import mcnet.ssh.Connections;
import mcnet.tests.model.ObjectKey.Kind;
import org.junit.jupiter.api.Test;

/**
 * What mcnet prints where an apply cannot go on, to the letter: {@code tests/applies/CODE.err}, which the pages of codes
 * show. With {@code -Dmcnet.update=true} the texts are written anew.
 */
class ApplyMessagesTest {
    private static final Path MESSAGES = Path.of(System.getProperty("mcnet.home")).resolve("tests/applies");
    private static final String PROGRAM = "program shop\n" + ModelMembers.declaration()
            + "acl web { description = \"front\"  allow ingress tcp 80 }\n";
    private static final ObjectKey ACL = ObjectKey.of(Kind.ACL, ServerState.DEFAULT, "web");

    private final ModelServer server = new ModelServer(Behaviour.LXD_5_0_2, 1);
    private final Connections connections = new ModelConnections(server, Caller.UNDISTURBED);

    @Test
    void lxdRefuses() throws Exception {
        ModelServer other = new ModelServer(Behaviour.LXD_5_0_2, 1);
        run(PROGRAM).settles(other);
        ObjectNode acl = other.state().find(ACL).orElseThrow();
        prints("MC0901", applied(PROGRAM, state -> state.with(ACL, acl)));
    }

    @Test
    void changedMeanwhile() throws Exception {
        run(PROGRAM).settles(server);
        prints("MC0903", applied(PROGRAM.replace("front", "the front"), ApplyMessagesTest::described));
    }

    @Test
    void theLockIsLost() throws Exception {
        prints("MC0932", applied(PROGRAM, state -> state.without(key -> key.name().startsWith("mcnet-lease-"))));
    }

    @Test
    void thePlanIsStale() throws Exception {
        run(PROGRAM).settles(server);
        PlanOperation planning = run(PROGRAM.replace("front", "the front")).planning();
        Observation then = planning.observe(connections, CallTrace.NONE);
        server.change(ApplyMessagesTest::described);
        Observation now = planning.observe(connections, CallTrace.NONE);
        prints("MC0933", StalenessCheck.of(relied(planning, then), relied(planning, now)));
    }

    private static List<ObservedResource> relied(PlanOperation planning, Observation seen) {
        return Planner.relied(planning.now(seen), planning.modules());
    }

    /** Somebody describes the ACL by hand. */
    private static ServerState described(ServerState state) {
        return state.with(ACL, state.find(ACL).orElseThrow().deepCopy().put("description", "by hand"));
    }

    private static ModelledRun run(String program) {
        return ModelledRun.of(program).orElseThrow();
    }

    /** @param meanwhile what happens between the plan and its first step */
    private List<Diagnostic> applied(String program, UnaryOperator<ServerState> meanwhile) throws Exception {
        try (ClusterLock lock = ClusterLock.take(connections, "micro1", "apply of program shop", OptionalLong.empty(),
                CallTrace.NONE, _ -> {}, () -> false)) {
            Plan plan = run(program).plan(connections).plan();
            server.change(meanwhile);
            return Apply
                    .run(plan, connections, SecretStore.EMPTY, ModelledRun.UNSEEN, CallTrace.NONE, () -> false, lock)
                    .failures();
        }
    }

    private static void prints(String code, List<Diagnostic> found) throws IOException {
        assertEquals(List.of(code), found.stream().map(Diagnostic::code).toList(), found::toString);
        String text = new DiagnosticText(Style.PLAIN).all(found).toString();
        Path expected = MESSAGES.resolve(code + ".err");
        if (Boolean.getBoolean("mcnet.update")) Files.writeString(expected, text);
        assertEquals(Files.readString(expected), text);
    }
}
