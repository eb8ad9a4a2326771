package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.collect.MemberEndpoints;
import mcnet.diagnostic.Source;
import mcnet.lab.LabMember;
import mcnet.language.Compiler;
import mcnet.model.ClusterConnection;
import mcnet.schema.IndexFile;
import mcnet.ssh.Connections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.config.TimeoutOptions;
import mcnet.ssh.config.UserConfig;
import mcnet.ssh.transport.TrafficCounter;
import mcnet.tests.model.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model tells the truth: what mcnet asks it while it applies and destroys random programs, and what LXD refuses
 * besides, is asked of a real server too, and each answer is the same.
 */
class ModelReplayTest {
    private static final int PROGRAMS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 100 : 3);
    private static final long SEED = Long.getLong("seed", System.nanoTime() & 0xffff_ffffL);

    @TempDir
    static Path folder;

    @Test
    void aServerAnswersAsTheModelDoes() throws Exception {
        try (LabCluster lab = LabCluster.fresh(folder)) {
            assumeTrue(lab.server().version().equals(Replay.VERSION), "the model is compared with this release");
            ClusterConnection cluster = Compiler
                    .compile(List.of(new Source("t.mcnet", "program t\n" + lab.lab().clusterBlock())),
                            IndexFile.shipped())
                    .perCluster().getFirst().program().clusters().getFirst();
            Optional<Duration> patience = Optional.of(Duration.ofSeconds(60));
            List<String> different = new ArrayList<>();
            List<String> left = new ArrayList<>();
            int calls = 0;
            try (Connections members = SshConnections.writing(MemberEndpoints.of(cluster,
                    new TimeoutOptions(patience, patience, Optional.empty()), new UserConfig(Optional.empty()))
                    .endpoints(), new TrafficCounter())) {
                for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
                    Replay replay = Replay.of(seed);
                    calls += replay.calls();
                    different.addAll(replay.differences(members.member("micro1"), lab::here));
                    left.addAll(bridges(lab));
                }
            }
            System.out.println("seed " + SEED + ": " + calls + " calls of " + PROGRAMS + " programs replayed, "
                    + different.size() + " answers differ; bridges that LXD left behind: " + left);
            assertEquals(List.of(), different);
        }
    }

    /**
     * Takes away what LXD now and then leaves of an uplink that it removed: its bridge, which holds the NIC and would be in
     * the way of the next program's uplink.
     */
    private static List<String> bridges(LabCluster lab) {
        List<String> left = new ArrayList<>();
        for (LabMember member : lab.lab().members()) {
            String bridges = lab.on(member.name(), "sh", "-c", "for bridge in $(ovs-vsctl list-br | grep ^lxdovn); do"
                    + " ovs-vsctl del-br $bridge; ovs-vsctl remove open_vswitch . external_ids ovn-bridge-mappings;"
                    + " echo $bridge; done").strip();
            if (!bridges.isEmpty()) left.add(member.name() + " " + bridges);
        }
        return left;
    }
}
