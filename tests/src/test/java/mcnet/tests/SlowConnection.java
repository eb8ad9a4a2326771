package mcnet.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A long way to a server, on this machine: what goes in comes out later, in both directions. It counts round trips: what
 * the client sends belongs to the trip behind the last one whose answer has reached it, what the server sends to the
 * last trip that has reached it. So requests sent together are one trip, however many packets they are.
 */
final class SlowConnection implements AutoCloseable {
    private final ServerSocket entry;
    private final InetSocketAddress to;
    private final Duration oneWay;
    private final AtomicInteger trips = new AtomicInteger();

    /** @param through the loopback address at which it begins */
    SlowConnection(String through, InetSocketAddress to, Duration roundTrip) throws IOException {
        this.entry = new ServerSocket(0, 8, InetAddress.getByName(through));
        this.to = to;
        this.oneWay = roundTrip.dividedBy(2);
        start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** The longest chain of question and answer on one connection, that of TCP with it. */
    int trips() {
        return trips.get() + 1;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entry.accept();
            Socket server = new Socket(to.getAddress(), to.getPort());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            AtomicInteger atClient = new AtomicInteger();
            AtomicInteger atServer = new AtomicInteger();
            carry(client, server, atClient, atServer, 1);
            carry(server, client, atServer, atClient, 0);
        }
    }

    private record Piece(byte[] bytes, int trip, long due) {}

    /** @param onward how much further than what has reached the sender is what it sends */
    private void carry(Socket from, Socket into, AtomicInteger atSender, AtomicInteger atReceiver, int onward) {
        BlockingQueue<Piece> way = new LinkedBlockingQueue<>();
        start(() -> {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[65536];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer))
                way.add(new Piece(Arrays.copyOf(buffer, count), atSender.get() + onward,
                        System.nanoTime() + oneWay.toNanos()));
            way.add(new Piece(new byte[0], 0, System.nanoTime() + oneWay.toNanos()));
        });
        start(() -> {
            OutputStream out = into.getOutputStream();
            for (Piece piece = way.take(); piece.bytes.length > 0; piece = way.take()) {
                Thread.sleep(Duration.ofNanos(Math.max(0, piece.due - System.nanoTime())));
                atReceiver.accumulateAndGet(piece.trip, Math::max);
                if (onward == 0) trips.accumulateAndGet(piece.trip, Math::max);
                out.write(piece.bytes);
                out.flush();
            }
            into.close();
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // One end is closed, and so is the way.
            }
        });
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
