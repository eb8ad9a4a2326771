package mcnet.ssh.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets that SSHJ connects itself; it calls nothing else of a factory. */
public final class UnconnectedSocketFactory extends SocketFactory {
    /** Where the sockets come from. */
    @FunctionalInterface
    public interface Sockets {
        Socket create() throws IOException;
    }

    private final Sockets sockets;

    public UnconnectedSocketFactory(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return sockets.create();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
