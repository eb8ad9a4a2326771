package mcnet.tests.simulator;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;

/** A member of a cluster behind a real {@code sshd}, whose LXD and programs answer what {@link Answers} say. */
public final class SimulatedMember implements AutoCloseable {
    /** Everything that mcnet's script calls and that the simulation must answer. */
    private static final List<String> PROGRAMS = List.of("ovs-vsctl", "ovs-appctl", "ovn-appctl", "ovn-nbctl",
            "ovn-sbctl", "ip", "ping", "lxc", "incus");
    private static final List<String> READING = List.of("list", "get", "find", "show", "address", "ping",
            "connection-status");

    private final String name;
    private final Path folder;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Queue<String> writes = new ConcurrentLinkedQueue<>();
    private volatile Answers answers;
    private UnixServer lxd;
    private UnixServer commands;
    private Sshd sshd;

    private SimulatedMember(String name, Path folder, Answers answers) {
        this.name = name;
        this.folder = folder;
        this.answers = answers;
    }

    /**
     * Returns when it can be logged in to.
     *
     * @param parent a folder in which it makes one of its own
     */
    public static SimulatedMember start(String name, Path parent, Answers answers) {
        return start(name, parent, answers, "");
    }

    /** @param banner what its {@code sshd} says before one is logged in */
    public static SimulatedMember start(String name, Path parent, Answers answers, String banner) {
        return start(name, parent, answers, banner, "");
    }

    /**
     * @param sshd lines of its own for {@code sshd_config}, which win; {@code FOLDER} in them stands for the member's
     *        folder
     */
    public static SimulatedMember start(String name, Path parent, Answers answers, String banner, String sshd) {
        try {
            SimulatedMember member = new SimulatedMember(name, Files.createDirectory(parent.resolve(name + ".member")),
                    answers);
            Files.writeString(member.folder.resolve("sshd_own"), sshd.replace("FOLDER", member.folder.toString()));
            if (!banner.isEmpty()) Files.writeString(member.folder.resolve("banner"), banner);
            member.start();
            return member;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void start() throws IOException, InterruptedException {
        Path sockets = Files.createDirectory(folder.resolve("lxd"));
        lxd = new UnixServer(sockets.resolve("unix.socket"), this::http);
        Path socket = folder.resolve("commands");
        commands = new UnixServer(socket, this::command);
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path program = folder.resolve("program");
        try (InputStream text = SimulatedMember.class.getResourceAsStream("program.pl")) {
            Files.writeString(program,
                    new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("SOCKET", socket.toString()));
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String each : PROGRAMS) Files.createSymbolicLink(programs.resolve(each), program);
        sshd = Sshd.start(folder, sockets, programs);
    }

    /** The member as a cluster declares it; {@code ssh { … }} in it says all that a login needs. */
    public String declaration() {
        return declaration("");
    }

    /** @param more what stands in it beside how it is reached, as {@code underlay = 10.88.0.1} */
    public String declaration(String more) {
        return "member %s { %s %s }".formatted(name, way(), more);
    }

    /** A program that declares it, with the way to it in the place of the one that stands there. */
    public String reached(String program) {
        return program.replaceAll("member " + name + " \\{ address = [^ \\n]+", Matcher.quoteReplacement(
                "member " + name + " { " + way()));
    }

    private String way() {
        return "address = %s  ssh { user = \"root\"  port = %d  identity = \"%s\"  known_hosts = \"%s\" }"
                .formatted(sshd.address(), sshd.port(), sshd.identity(), sshd.knownHosts());
    }

    /** Its server, with the files by which it is known. */
    public Sshd sshd() {
        return sshd;
    }

    /** From now on it answers so. */
    public void answer(Answers other) {
        answers = other;
    }

    /** Every request and command, in the order in which they came. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Those that are no question. */
    public List<String> writes() {
        return List.copyOf(writes);
    }

    private void http(InputStream in, OutputStream out) throws IOException {
        for (HttpRequest request = HttpRequest.read(in); request != null; request = HttpRequest.read(in)) {
            log.add(request.toString());
            if (!request.method().equals("GET")) writes.add(request.toString());
            HttpAnswer answer = answers.lxd(request);
            out.write(answer.bytes());
            if (answer.ends()) return;
        }
    }

    /** The program sends its words, a NUL between two, and gets exit status, length of standard error, both streams. */
    private void command(InputStream in, OutputStream out) throws IOException {
        List<String> words = List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\0", -1));
        log.add(String.join(" ", words));
        if (words.stream().noneMatch(READING::contains)) writes.add(String.join(" ", words));
        CommandAnswer answer = answers.command(words);
        DataOutputStream data = new DataOutputStream(out);
        data.writeByte(answer.exit());
        data.writeInt(answer.err().length);
        data.write(answer.err());
        data.write(answer.out());
        data.flush();
    }

    @Override
    public void close() {
        sshd.close();
        try {
            lxd.close();
            commands.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
