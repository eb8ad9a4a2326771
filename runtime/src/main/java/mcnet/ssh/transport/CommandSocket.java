package mcnet.ssh.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import mcnet.system.UserLocale;

/** A connection that is a command's input and output, as OpenSSH's {@code ProxyCommand}. */
public final class CommandSocket extends Socket {
    private final String command;
    private Process process;

    public CommandSocket(String command) {
        this.command = command;
    }

    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
        process = UserLocale.restored(new ProcessBuilder("sh", "-c", "exec " + command))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Override
    public InputStream getInputStream() {
        return process.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return process != null;
    }

    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public void close() {
        if (process != null) process.destroy();
    }
}
