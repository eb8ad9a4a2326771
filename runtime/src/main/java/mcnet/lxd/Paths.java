package mcnet.lxd;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names within URLs. */
public final class Paths {
    private Paths() {}

    /** A name as one segment of a path or one value of a query (RFC 3986 section 2.1). */
    public static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
