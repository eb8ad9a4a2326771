package mcnet.ssh.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mcnet.observe.Json;
import mcnet.ssh.Session;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** HTTP/1.1 with LXD over one channel; requests may be sent ahead of the answers. Not for several threads. */
public final class LxdHttp implements AutoCloseable {
    private static final Http1Config BOUNDED = Http1Config.custom().setMaxLineLength(1 << 16).setMaxHeaderCount(100)
            .build();

    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(BOUNDED);
    private final Socket socket;

    public LxdHttp(Socket socket) throws IOException {
        this.socket = socket;
        http.bind(socket);
    }

    /** Whether LXD still listens at the other end, as it does not after it was started anew. */
    public boolean isOpen() {
        return !socket.isClosed();
    }

    /** Sends GETs for all paths without waiting. */
    public void send(List<String> paths) throws IOException {
        for (String path : paths) write(new BasicClassicHttpRequest("GET", path));
        http.flush();
    }

    public void send(String method, String path, JsonNode body, String ifMatch) throws IOException {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(method, path);
        if (ifMatch != null) request.setHeader("If-Match", ifMatch);
        if (body != null) {
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            request.setHeader("Content-Type", "application/json");
            request.setHeader("Content-Length", bytes.length);
            request.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
        }
        write(request);
        http.flush();
    }

    private void write(ClassicHttpRequest request) throws IOException {
        request.setHeader("Host", "lxd");
        try {
            http.sendRequestHeader(request);
            if (request.getEntity() != null) http.sendRequestEntity(request);
        } catch (HttpException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * The next answer, in the order of the requests. After a failure nobody knows what the channel holds, so it is closed.
     */
    public Session.Reply receive(AnswerLimit allowance) throws IOException {
        try {
            ClassicHttpResponse response = http.receiveResponseHeader();
            http.receiveResponseEntity(response);
            // Not closed where it fails: that reads on, and SSHJ throws the same exception again.
            HttpEntity entity = response.getEntity();
            JsonNode answer = Json.read(entity == null ? new byte[0] : allowance.drain(entity.getContent()));
            Header etag = response.getFirstHeader("ETag");
            return LxdResponse.open(response.getCode(), answer, etag == null ? "" : etag.getValue());
        } catch (HttpException e) {
            close();
            throw new IOException("LXD's answer is not HTTP: " + e.getMessage(), e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is given up in any case.
        }
    }
}
