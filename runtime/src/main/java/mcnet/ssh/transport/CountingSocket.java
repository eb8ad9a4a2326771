package mcnet.ssh.transport;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;

/** A TCP socket that tells a {@link TrafficCounter} what passes, and sends each packet at once (SSH's are small and awaited). */
public final class CountingSocket extends Socket {
    private final TrafficCounter tally;
    private final ServerGreeting greeting;

    public CountingSocket(TrafficCounter tally, ServerGreeting greeting) {
        this.tally = tally;
        this.greeting = greeting;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        setTcpNoDelay(true);
        super.connect(endpoint, timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            /** Only the lines before the first packet are read so. */
            @Override
            public int read() throws IOException {
                int each = in.read();
                greeting.add(each);
                return each;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = in.read(bytes, from, length);
                if (count > 0) tally.received(count);
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                tally.sent(length);
            }
        };
    }
}
