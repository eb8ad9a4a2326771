package mcnet.ssh.transport;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** Makes sockets that SSHJ connects itself; it calls nothing else of a factory. */
public final class UnconnectedSocketFactory extends SocketFactory {
    private final Supplier<Socket> make;

    public UnconnectedSocketFactory(Supplier<Socket> make) {
        this.make = make;
    }

    @Override
    public Socket createSocket() {
        return make.get();
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
