package mcnet.lab;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import mcnet.lab.engine.CommandExit;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.OutputTail;

/** The members of one lab, as machines that run commands. */
final class Members {

    private static final String SCRIPTS = "/usr/local/lib/mcnet-lab/";
    /** Of LXD and of Incus. */
    private static final List<String> COMPLETE = List.of("/var/lib/lxd/mcnet-lab-complete",
            "/var/lib/incus/mcnet-lab-complete");
    private static final int READY_SECONDS = 60;

    private final Engine engine;
    private final LabLayout layout;

    Members(Engine engine, LabLayout layout) {
        this.engine = engine;
        this.layout = layout;
    }

    List<LabMember> all() {
        return layout.members();
    }

    LabMember central() {
        return layout.plan().central();
    }

    /** Runs one of the scripts of the image; a failure is thrown with what the script said. */
    CommandExit run(LabMember member, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS + script));
        command.addAll(List.of(arguments));
        String what = script + " " + (arguments.length > 0 ? arguments[0] : "");
        return engine.exec(layout.container(member), command).orThrow("'" + what.strip() + "' on " + member.name());
    }

    /** Until each member's own services run. */
    void awaitServices() {
        ParallelMembers.map(all(), member -> await(member, "wait"));
    }

    /** Until those members of a cluster that was formed are part of it again. */
    void awaitOnline(List<LabMember> members) {
        ParallelMembers.map(members, member -> await(member, "wait"));
        ParallelMembers.map(members, member -> await(member, "online"));
    }

    private LabMember await(LabMember member, String what) {
        try {
            run(member, "cluster", what, String.valueOf(READY_SECONDS));
            return member;
        } catch (LabException e) {
            throw notUp(member, e.getMessage() + ": " + e.why());
        } catch (DockerException e) {
            throw notUp(member, e.getMessage());
        }
    }

    private LabException notUp(LabMember member, String said) {
        return new LabException(member.name() + " of the lab " + layout.name() + " did not come up",
                OutputTail.of(log(member) + "\n" + said),
                "create its members again: mcnet lab reset --name " + layout.name());
    }

    /** Makes the cluster of members that run. */
    void formCluster() {
        run(central(), "cluster", "found");
        for (LabMember member : all().subList(1, all().size())) {
            String token = run(central(), "cluster", "invite", member.name()).text();
            run(member, "cluster", "join", token);
        }
        run(central(), "cluster", "complete");
    }

    /** Whether the cluster was once formed; the member need not run to know. */
    boolean formed() {
        return COMPLETE.stream().anyMatch(this::exists);
    }

    private boolean exists(String file) {
        try (InputStream marker = engine.client()
                .copyArchiveFromContainerCmd(layout.container(central()), file).exec()) {
            return marker.read() >= 0;
        } catch (NotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new LabException("the engine did not answer", e.toString(), "run it again");
        }
    }

    private String log(LabMember member) {
        StringBuilder log = new StringBuilder();
        try (ResultCallback.Adapter<Frame> lines = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
                log.append(new String(frame.getPayload()));
            }
        }) {
            engine.client().logContainerCmd(layout.container(member)).withStdOut(true).withStdErr(true).withTail(20)
                    .exec(lines).awaitCompletion();
        } catch (IOException | RuntimeException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return log.toString();
    }
}
