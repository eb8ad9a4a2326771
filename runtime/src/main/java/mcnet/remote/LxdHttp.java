package mcnet.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mcnet.observe.Json;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** HTTP/1.1 with LXD over one channel; requests may be sent ahead of the answers. Not for several threads. */
final class LxdHttp implements AutoCloseable {
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
    private final SocketChannel channel;

    LxdHttp(SocketChannel channel) throws IOException {
        this.channel = channel;
        http.bind(new ChannelSocket(channel));
    }

    /** Whether LXD still listens at the other end, as it does not after it was started anew. */
    boolean isOpen() {
        return channel.isOpen() && !channel.isEOF();
    }

    /** Sends GETs for all paths without waiting. */
    void send(List<String> paths) throws IOException {
        for (String path : paths) write(new BasicClassicHttpRequest("GET", path));
        http.flush();
    }

    void send(String method, String path, JsonNode body, String ifMatch) throws IOException {
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

    /** The next answer, in the order of the requests. */
    Writing.Reply receive() throws IOException {
        try (ClassicHttpResponse response = http.receiveResponseHeader()) {
            http.receiveResponseEntity(response);
            JsonNode answer;
            try (InputStream content = response.getEntity().getContent()) {
                answer = Json.read(content.readAllBytes());
            }
            Header etag = response.getFirstHeader("ETag");
            return Envelope.open(response.getCode(), answer, etag == null ? "" : etag.getValue());
        } catch (HttpException e) {
            throw new IOException("LXD's answer is no HTTP: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
