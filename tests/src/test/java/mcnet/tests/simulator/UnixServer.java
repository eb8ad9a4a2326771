package mcnet.tests.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Listens on a Unix socket, each connection with a thread of its own. */
final class UnixServer implements AutoCloseable {
    private final ServerSocketChannel server;

    /** What is done with a connection until it ends. */
    interface Conversation {
        void with(InputStream in, OutputStream out) throws IOException;
    }

    UnixServer(Path socket, Conversation conversation) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().name("listens on " + socket).start(() -> accept(conversation));
    }

    private void accept(Conversation conversation) {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> talk(channel, conversation));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(SocketChannel channel, Conversation conversation) {
        try (channel) {
            conversation.with(Channels.newInputStream(channel), Channels.newOutputStream(channel));
        } catch (IOException gone) {
            // The other side has hung up, as it may.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
