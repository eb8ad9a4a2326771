package mcnet.ssh.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Answers that break off or never end. */
class LxdHttpTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    /** A channel over a connection that breaks: as SSHJ does, it throws the same exception each time. */
    private static final class Broken extends InputStream {
        private final IOException cause;

        Broken(IOException cause) {
            this.cause = cause;
        }

        @Override
        public int read() throws IOException {
            throw cause;
        }

        @Override
        public void close() throws IOException {
            throw cause;
        }
    }

    /** A channel with these answers. */
    private static final class Channel extends Socket {
        private final InputStream answers;
        private boolean closed;

        Channel(InputStream answers) {
            this.answers = answers;
        }

        @Override
        public InputStream getInputStream() {
            return answers;
        }

        @Override
        public OutputStream getOutputStream() {
            return new ByteArrayOutputStream();
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void setSoTimeout(int milliseconds) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** LXD 6 sends the headers of {@code /operations/…/wait} at once and the body when the operation has ended. */
    @Test
    void aConnectionThatBreaksBetweenHeadersAndBodyIsABrokenConnection() throws IOException {
        IOException cause = new IOException("the connection was reset");
        for (String length : new String[]{"Content-Length: 100\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\n10\r\n{"}) {
            Channel channel = new Channel(new SequenceInputStream(text(HEAD + length), new Broken(cause)));
            LxdHttp http = new LxdHttp(channel);
            assertSame(cause, assertThrows(IOException.class, () -> http.receive(new AnswerLimit())));
            assertFalse(http.isOpen());
        }
    }

    @Test
    void anAnswerThatNeverEndsIsLeft() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] to, int from, int count) {
                java.util.Arrays.fill(to, from, from + count, (byte) ' ');
                return count;
            }
        };
        LxdHttp http = new LxdHttp(new Channel(
                new SequenceInputStream(text(HEAD + "Content-Length: 3221225472\r\n\r\n"), endless)));
        assertThrows(AnswerLimit.Exceeded.class, () -> http.receive(new AnswerLimit(1 << 20)));
        assertFalse(http.isOpen());
        LxdHttp heads = new LxdHttp(new Channel(endless));
        assertThrows(IOException.class, () -> heads.receive(new AnswerLimit(1 << 20)));
    }

    @Test
    void allAnswersOfATurnShareOneAllowance() throws IOException {
        String body = "{\"metadata\":\"" + "x".repeat(600) + "\"}";
        String answer = HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        LxdHttp http = new LxdHttp(new Channel(text(answer + answer)));
        AnswerLimit allowance = new AnswerLimit(1000);
        assertEquals(200, http.receive(allowance).status());
        assertThrows(AnswerLimit.Exceeded.class, () -> http.receive(allowance));
    }
}
