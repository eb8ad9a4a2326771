package mcnet.ssh.transport;

import java.util.concurrent.atomic.AtomicLong;

/** What reading and writing cost, counted where it leaves and arrives; equal on every machine. */
public final class TrafficCounter {
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    public void connected() {
        connections.incrementAndGet();
    }

    public void turn() {
        turns.incrementAndGet();
    }

    public void requests(int count) {
        requests.addAndGet(count);
    }

    public void commands(int count) {
        commands.addAndGet(count);
    }

    void sent(int bytes) {
        sent.addAndGet(bytes);
        packets.incrementAndGet();
    }

    void received(int bytes) {
        received.addAndGet(bytes);
    }

    public long connections() {
        return connections.get();
    }

    /** Times that somebody waited for answers, over all machines. */
    public long turns() {
        return turns.get();
    }

    public long requests() {
        return requests.get();
    }

    public long commands() {
        return commands.get();
    }

    /** Bytes on TCP, encrypted. */
    public long bytesSent() {
        return sent.get();
    }

    /** What the SSH library sent: it writes each packet by itself, and before them one line with its version. */
    public long packetsSent() {
        return packets.get();
    }

    public long bytesReceived() {
        return received.get();
    }

    @Override
    public String toString() {
        return "%d connections, %d turns, %d requests, %d commands, %d bytes sent in %d packets, %d received".formatted(
                connections(), turns(), requests(), commands(), bytesSent(), packetsSent(), bytesReceived());
    }
}
