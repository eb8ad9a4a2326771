package mcnet.ssh.transport;

import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.AbstractDirectChannel;
import net.schmizz.sshj.transport.TransportException;

/**
 * A channel to a Unix socket on the other side (OpenSSH {@code PROTOCOL} section 2.4). Asking for it and waiting are
 * apart, so that several can be asked for in one round trip.
 */
public final class UnixSocketChannel extends AbstractDirectChannel {
    private final String path;

    public UnixSocketChannel(Connection connection, String path) {
        super(connection, "direct-streamlocal@openssh.com");
        this.path = path;
    }

    public void request() throws TransportException {
        trans.write(buildOpenReq());
    }

    public void await() throws ConnectionException {
        openEvent.await(conn.getTimeoutMs(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected SSHPacket buildOpenReq() {
        return super.buildOpenReq().putString(path).putString("").putUInt32(0);
    }

    String path() {
        return path;
    }
}
