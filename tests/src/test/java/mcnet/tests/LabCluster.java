package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import mcnet.lab.AddressPlan;
import mcnet.lab.Lab;
import mcnet.lab.LabSpec;
import mcnet.lab.MemberSource;
import mcnet.lab.engine.CommandExit;
import mcnet.lab.engine.Consent;

/** The tests' own lab, beside whatever labs the user has, and a folder with its cluster block and the files of a story. */
final class LabCluster implements AutoCloseable {
    private static final Set<String> WRITING = Set.of("apply", "destroy", "release");
    /**
     * What the members are made of: {@code -Dmcnet.server=SERVER} one of mcnet's own images, {@code -Dmcnet.image=IMAGE}
     * another.
     */
    private static final Optional<MemberSource> SOURCE = Optional.ofNullable(System.getProperty("mcnet.image"))
            .<MemberSource>map(MemberSource.Image::new)
            .or(() -> Optional.ofNullable(System.getProperty("mcnet.server")).map(MemberSource::server));

    private static final Map<String, LabServer> SERVERS = new ConcurrentHashMap<>();

    private final Lab lab;
    private final Path folder;
    private final Mcnet mcnet;

    private LabCluster(Lab lab, Mcnet mcnet) {
        this.lab = lab;
        this.folder = mcnet.folder();
        this.mcnet = mcnet;
    }

    /** The lab that most stories share, as new; {@code -Dmcnet.lab=NAME} takes another, beside a run that has this one. */
    static LabCluster fresh(Path folder) {
        return fresh(System.getProperty("mcnet.lab", "tests"), folder);
    }

    /** A lab of this name as new, whatever an earlier run left. */
    static LabCluster fresh(String name, Path folder) {
        Lab lab = Lab.fresh(LabSpec.named(name).members(3).source(SOURCE), Consent.YES, System.err::println);
        LabCluster cluster = new LabCluster(lab, new Mcnet(folder));
        cluster.write("cluster.mcnet", lab.clusterBlock());
        return cluster;
    }

    /** The same, where every command finds these variables. */
    LabCluster with(Map<String, String> environment) {
        return new LabCluster(lab, new Mcnet(folder, environment));
    }

    Lab lab() {
        return lab;
    }

    Path folder() {
        return folder;
    }

    /** Runs a command; one that writes leaves all as it is that no program has made. */
    Mcnet.Result mcnet(String... arguments) {
        if (!WRITING.contains(arguments[0]) || List.of(arguments).contains("--adopt")) return mcnet.run(arguments);
        ForeignObjects before = ForeignObjects.of(this);
        Mcnet.Result said = mcnet.run(arguments);
        assertEquals(List.of(), before.changed(ForeignObjects.of(this)), said::toString);
        return said;
    }

    /** @param environment what is set beside what the tests themselves have */
    Mcnet.Result mcnet(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(mcnet.environment());
        all.putAll(environment);
        return new Mcnet(folder, all).run(arguments);
    }

    /** A file of the program, written for the default lab's addresses. */
    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), here(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, Path from) {
        try {
            write(name, Files.readString(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applies a program, which must work; after it a second plan is empty. */
    void settle(String name, String program, String... options) {
        write(name, program);
        works(mcnet(Stream.concat(Stream.of("apply", "--yes"), Stream.of(options)).toArray(String[]::new)));
        Mcnet.Result plan = mcnet("plan", "--detailed-exitcode");
        assertEquals(0, plan.status(), plan::toString);
    }

    /** An apply that works, but for a fault of OVN's own, which is mended as verification says. */
    void works(Mcnet.Result apply) {
        if (apply.status() == 4 && server().forwardsSilenceAdvertisements()
                && apply.out().contains("router advertisements are sent")) {
            on("micro1", "ovn-appctl", "-t", "ovn-northd", "inc-engine/recompute");
            Mcnet.Result verify = mcnet("verify");
            assertEquals(0, verify.status(), () -> apply + "\n" + verify);
        } else
            assertEquals(0, apply.status(), apply::toString);
    }

    /** What the lab's server is like; asked once. */
    LabServer server() {
        return SERVERS.computeIfAbsent(lab.name(), _ -> LabServer.of(lab));
    }

    /** What was applied can be had back from the cluster: as a file that says the same, in the form of files. */
    void importsItself(String name) {
        try {
            String own = Files.readString(folder.resolve(name));
            Mcnet.Result imported = mcnet("import", "cluster.mcnet");
            assertEquals(0, imported.status(), imported::toString);
            assertFalse(imported.err().contains("error"), imported::toString);
            Files.writeString(folder.resolve(name), imported.out());
            Mcnet.Result plan = mcnet("plan", "--detailed-exitcode");
            assertEquals(0, plan.status(), () -> imported.out() + plan);
            Mcnet.Result fmt = mcnet("fmt", "--check", name);
            assertEquals(0, fmt.status(), fmt::toString);
            Files.writeString(folder.resolve(name), own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Addresses of the default lab as this one has them. */
    String here(String text) {
        AddressPlan plan = lab.addresses();
        return text.replace("10.77.0.", plan.management().prefix())
                .replace("10.88.0.", plan.underlay().prefix())
                .replace("198.51.100.", plan.uplink().prefix())
                .replace("2001:db8::", plan.uplink6().prefix());
    }

    /** The same lab with another folder of files, as another program has it. */
    LabCluster with(Path other) {
        LabCluster same = new LabCluster(lab, new Mcnet(other));
        same.write("cluster.mcnet", lab.clusterBlock());
        return same;
    }

    /** Returns when the cluster has heard of all its members anew, so that none counts as offline for what was before. */
    void heard() {
        on("micro1", "sh", "-ec", """
                now=$(date +%s)
                for try in $(seq 300); do
                  # Without a leader, as between two elections, it fails.
                  old=$(lxd sql global "SELECT count(*) FROM nodes WHERE strftime('%s', heartbeat) <= '$now'") || :
                  if echo "$old" | grep -qw 0; then exit 0; fi
                  sleep 0.2
                done
                exit 1""");
    }

    /** The number of the lease that counts. */
    long lock() {
        return on("micro1", "lxc", "network", "acl", "list", "-f", "csv").lines()
                .filter(l -> l.startsWith("mcnet-lease-"))
                .mapToLong(l -> Long.parseLong(l.replaceFirst("^mcnet-lease-(\\d+).*", "$1"))).max().orElseThrow();
    }

    /** A command, a pattern or a text that is written for LXD, as this lab's server has it. */
    String named(String text) {
        return server().naming().of(text);
    }

    /** Runs a command on a member; it is written for LXD. */
    CommandExit exec(String member, String... command) {
        return lab.exec(member, Stream.of(command).map(this::named).toArray(String[]::new));
    }

    /** The same of a command that must work, and gives what it printed. */
    String on(String member, String... command) {
        CommandExit ran = exec(member, command);
        assertEquals(0, ran.exit(),
                () -> member + ": " + Arrays.toString(command) + "\n" + ran.stdout() + ran.stderr());
        return ran.stdout();
    }

    @Override
    public void close() {
        lab.down();
        lab.close();
    }
}
