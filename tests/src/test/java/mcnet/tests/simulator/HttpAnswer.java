package mcnet.tests.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An answer byte by byte, so that also one can be given that is no HTTP.
 *
 * @param ends whether the connection is closed behind it
 */
public record HttpAnswer(byte[] bytes, boolean ends) {

    /** A connection that ends without a word. */
    public static HttpAnswer none() {
        return new HttpAnswer(new byte[0], true);
    }

    public boolean isNone() {
        return bytes.length == 0;
    }

    /** What LXD wraps an answer in ({@code doc/rest-api.md}). */
    public static HttpAnswer sync(String metadata) {
        return json(200,
                "{\"type\":\"sync\",\"status\":\"Success\",\"status_code\":200,\"metadata\":" + metadata + "}");
    }

    /** @param error a JSON text, with its quotes */
    public static HttpAnswer error(int status, String error) {
        return json(status, "{\"type\":\"error\",\"error\":" + error + ",\"error_code\":" + status + "}");
    }

    /** A whole answer with this body. */
    public static HttpAnswer json(int status, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole answer with this body. */
    public static HttpAnswer of(int status, byte[] body) {
        return raw("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n", body, false);
    }

    /** What nobody else can say. */
    public static HttpAnswer raw(String head, byte[] body, boolean ends) {
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return new HttpAnswer(all, ends);
    }

    /** What stands behind its head. */
    public byte[] body() {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        return Arrays.copyOfRange(bytes, end, bytes.length);
    }
}
