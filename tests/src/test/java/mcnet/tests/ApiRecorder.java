package mcnet.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import mcnet.lab.LabMember;

/**
 * Listens where mcnet looks for LXD's socket first, hands everything on and writes it down: what LXD was asked, in the
 * order in which it was, and not what mcnet says of itself.
 */
final class ApiRecorder implements AutoCloseable {
    private static final String GATE = "/var/snap/lxd/common/lxd/unix.socket";
    private static final String REAL = "/var/lib/lxd/unix.socket";
    private static final String LOG = "/run/socket-watch";

    private final LabCluster lab;

    private ApiRecorder(LabCluster lab) {
        this.lab = lab;
    }

    /** On all members. */
    static ApiRecorder of(LabCluster lab) {
        return new ApiRecorder(lab).begin("all");
    }

    /** On all members, with a refusal for all that is not GET. */
    static ApiRecorder thatRefusesWrites(LabCluster lab) {
        return new ApiRecorder(lab).begin("reading");
    }

    private ApiRecorder begin(String mode) {
        each("python3", "-c", Script.text("socket-watch.py"), GATE, REAL, LOG, mode);
        return this;
    }

    /** One request. */
    record Seen(String method, String path, JsonNode body) {

        /** mcnet's own lease, which is in no plan. */
        boolean isLease() {
            return path.contains("mcnet-lease-")
                    || path.equals("/1.0/network-acls") && body.path("name").asText().startsWith("mcnet-lease-");
        }
    }

    /** What was to change something on a member, the lease left out. */
    List<Seen> writes(String member) {
        return all(member).stream().filter(s -> !s.method().equals("GET") && !s.isLease()).toList();
    }

    /** Everything that a member was asked. */
    List<Seen> all(String member) {
        return lab.on(member, "cat", LOG).lines().map(ApiRecorder::seen).toList();
    }

    private static Seen seen(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line);
            return new Seen(json.path("method").asText(), json.path("path").asText(), json.path("body"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what it has seen. */
    void clear() {
        each("truncate", "-s", "0", LOG);
    }

    @Override
    public void close() {
        each("sh", "-ec", "kill $(cat " + LOG + ".pid); rm -r /var/snap " + LOG + "*");
    }

    private void each(String... command) {
        for (LabMember member : lab.lab().members()) lab.on(member.name(), command);
    }
}
