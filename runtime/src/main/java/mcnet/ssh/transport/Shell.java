package mcnet.ssh.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.transport.TransportException;

/**
 * A channel for one script. Asking for the channel and waiting for it are apart, so that it opens together with others;
 * whether the server takes the command shows in its output, which is awaited anyway.
 */
public final class Shell extends SessionChannel {

    public Shell(Connection connection) {
        super(connection, StandardCharsets.UTF_8);
    }

    public void request() throws TransportException {
        trans.write(buildOpenReq());
    }

    public void await() throws ConnectionException {
        openEvent.await(conn.getTimeoutMs(), TimeUnit.MILLISECONDS);
    }

    public void run(String script) throws IOException {
        sendChannelRequest("exec", false, new Buffer.PlainBuffer().putString(Script.SHELL, StandardCharsets.UTF_8));
        try {
            // Not try-with-resources: what failed once fails with the same exception when it is closed.
            OutputStream stream = getOutputStream();
            stream.write(script.getBytes(StandardCharsets.UTF_8));
            // Closing alone drops what the server has not made room for yet.
            stream.flush();
            stream.close();
        } catch (IOException e) {
            // Who does not read it was no shell, which shows in what it printed.
            if (!conn.getTransport().isRunning()) throw e;
        }
    }

    public String out(AnswerLimit allowance) throws IOException {
        return new String(allowance.drain(getInputStream()), StandardCharsets.UTF_8);
    }

    public String err(AnswerLimit allowance) throws IOException {
        return new String(allowance.drain(getErrorStream()), StandardCharsets.UTF_8);
    }

    /** Closes it, whatever became of the connection. */
    public void end() {
        try {
            close();
        } catch (IOException ignored) {
            // Its output was read, or the failure of that is on its way already.
        }
    }
}
