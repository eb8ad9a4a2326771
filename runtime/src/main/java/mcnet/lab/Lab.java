package mcnet.lab;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.Image;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.lab.engine.CommandExit;
import mcnet.lab.engine.Consent;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.EngineSetup;
import mcnet.lab.engine.FileLock;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.LabProgress;
import mcnet.lab.engine.StateFolder;

/**
 * A practice cluster: real LXD or Incus, OVN, Open vSwitch and sshd on members that are containers of this machine. It outlives
 * the program that made it, until {@link #down()}.
 *
 * <p>All methods throw {@link LabException}. A lab may be used by several threads.
 */
public final class Lab implements AutoCloseable {

    private static final int STOP_SECONDS = 10;

    private final Engine engine;
    private final LabLayout layout;
    private final StateFolder state;

    private Lab(Engine engine, LabLayout layout, StateFolder state) {
        this.engine = engine;
        this.layout = layout;
        this.state = state;
    }

    /** Makes a lab, mends what is there of it, or finds that it runs already. Returns when it can be used. */
    public static Lab up(LabSpec spec, Consent consent, LabProgress progress) {
        StateFolder state = StateFolder.ofUser();
        try (FileLock lock = lock(state, spec.name(), progress)) {
            Engine engine = new EngineSetup(consent, progress).ensure(state);
            return new Lab(engine, new LabUp(engine, state, progress).run(spec), state);
        }
    }

    /** The same, with all members as new, whatever was done with them before. */
    public static Lab fresh(LabSpec spec, Consent consent, LabProgress progress) {
        StateFolder state = StateFolder.ofUser();
        try (FileLock lock = lock(state, spec.name(), progress)) {
            Engine engine = new EngineSetup(consent, progress).ensure(state);
            return new Lab(engine, new LabUp(engine, state, progress).fresh(spec), state);
        }
    }

    /**
     * Starts the engine if it does not run, as after a crash of the machine, so that what is left can be found.
     *
     * @return false where none is installed, so that there cannot be a lab
     */
    public static boolean wakeEngine(LabProgress progress) {
        Optional<Engine> engine = new EngineSetup(Consent.NO, progress).wake(StateFolder.ofUser());
        engine.ifPresent(Engine::close);
        return engine.isPresent();
    }

    /** A lab that was made before, whether its members run or not. */
    public static Optional<Lab> find(String name) {
        Engine engine = Engine.require();
        Optional<Lab> lab = LabLayout.find(engine, name).map(layout -> new Lab(engine, layout, StateFolder.ofUser()));
        if (lab.isEmpty())
            engine.close();
        return lab;
    }

    /** The names of all labs of this machine. */
    public static List<String> names() {
        try (Engine engine = Engine.require()) {
            return LabLayout.all(engine).stream().map(LabLayout::name).toList();
        }
    }

    /** Removes the images that labs are made of, and their bases; the next lab builds its own again. */
    public static void removeImages() {
        try (Engine engine = Engine.require()) {
            for (Image image : engine.client().listImagesCmd().withLabelFilter(Labels.IMAGE).exec())
                engine.client().removeImageCmd(image.getId()).withForce(true).exec();
        } catch (ConflictException e) {
            throw new LabException("a lab still uses the image", e.getMessage(),
                    "mcnet lab down --all --images");
        }
    }

    public String name() {
        return layout.name();
    }

    public AddressPlan addresses() {
        return layout.plan();
    }

    public List<LabMember> members() {
        return layout.members();
    }

    /** @param name {@code micro1} */
    public LabMember member(String name) {
        return members().stream().filter(member -> member.name().equals(name)).findFirst()
                .orElseThrow(() -> new LabException("the lab " + name() + " has no member " + name, "",
                        "its members are " + String.join(", ", members().stream().map(LabMember::name).toList())));
    }

    /** The command of its server for users, {@code lxc} or {@code incus}. */
    public String client() {
        return exec(members().getFirst().name(), "sh", "-c", "command -v lxc || command -v incus").text()
                .replaceFirst(".*/", "");
    }

    /** Runs a command on a member, as root and without a shell. */
    public CommandExit exec(String member, String... command) {
        return engine.exec(running(member), List.of(command));
    }

    /** The same, passing on what the command prints as it comes. @return its exit code */
    public int exec(String member, List<String> command, OutputStream stdout, OutputStream stderr) {
        return engine.exec(running(member), command, stdout, stderr);
    }

    /**
     * Runs a command, {@code ping} or {@code arping}, on the uplink's other side: in the network of the host, which has
     * the fabric's addresses there.
     */
    public CommandExit fabric(String... command) {
        return new UplinkNetwork(engine, layout).exec(command);
    }

    /** The host's interface on the uplink, for {@code arping -I}. */
    public String uplinkBridge() {
        return layout.uplinkBridge();
    }

    /** The private key that opens every member's root account. */
    public Path identity() {
        return state.identity(name());
    }

    public Path knownHosts() {
        return state.knownHosts(name());
    }

    /** The {@code cluster} block that describes this lab to mcnet. */
    public String clusterBlock() {
        return ClusterBlock.of(name(), layout.source(), members(), identity(), knownHosts());
    }

    /** What each member says of itself. */
    public List<MemberStatus> status() {
        return MemberStatus.of(engine, layout);
    }

    /** Takes a member down, as a machine that is switched off. Its state stays. */
    public void stop(String member) {
        new LabContainers(engine, layout).stop(layout.container(member(member)), STOP_SECONDS);
    }

    /** Brings a member back that was stopped or has died. Returns when all that run are in the cluster again. */
    public void start(String member) {
        LabContainers containers = new LabContainers(engine, layout);
        containers.start(layout.container(member(member)));
        new Members(engine, layout).awaitOnline(containers.runningMembers());
        new UplinkNetwork(engine, layout).completeChecksums();
    }

    /** Back to how it was when new: all members are made again, networks, addresses, key and image stay. */
    public void reset() {
        try (FileLock lock = lock(state, name(), LabProgress.SILENT)) {
            new LabUp(engine, state, LabProgress.SILENT).makeAnew(layout);
        }
    }

    /** Removes it, whatever state it is in. */
    public void down() {
        try (FileLock lock = lock(state, name(), LabProgress.SILENT)) {
            new LabContainers(engine, layout).removeAll();
            new LabNetworks(engine).remove(name());
            state.remove(name());
        }
    }

    /** Lets go of the engine; the lab runs on. */
    @Override
    public void close() {
        engine.close();
    }

    private String running(String name) {
        LabMember member = member(name);
        if (!new LabContainers(engine, layout).runningMembers().contains(member))
            throw new LabException(name + " of the lab " + layout.name() + " does not run", "",
                    "mcnet lab up --name " + layout.name());
        return layout.container(member);
    }

    private static FileLock lock(StateFolder state, String name, LabProgress progress) {
        return FileLock.take(state.labLock(name), progress, "another mcnet works on the lab " + name + ", waiting");
    }
}
