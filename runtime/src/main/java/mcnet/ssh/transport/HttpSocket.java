package mcnet.ssh.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import net.schmizz.sshj.connection.channel.Channel;

/** An SSH channel in the shape that HttpCore wants: as much of a socket as a blocking HTTP/1.1 connection uses. */
public final class HttpSocket extends Socket {
    private final Channel channel;

    public HttpSocket(Channel channel) {
        this.channel = channel;
    }

    @Override
    public InputStream getInputStream() {
        return channel.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return channel.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen() || channel.isEOF();
    }

    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {}

    @Override
    public void shutdownOutput() {}

    @Override
    public void shutdownInput() {}

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
