package mcnet.tests.model;

import java.util.ArrayList;
import java.util.List;

/** Requests that LXD refuses, made from those that it took: what is there made again, what is used removed. */
final class Refused {
    private Refused() {}

    static void by(ModelServer server) {
        List<RecordedCall> taken = server.recorded();
        List<String> paths = new ArrayList<>();
        for (RecordedCall call : taken) {
            if (!call.method().equals("POST") || call.path().contains("target=")) continue;
            ask(server, call);
            String[] halves = call.path().split("\\?", 2);
            String query = halves.length > 1 ? "?" + halves[1] : "";
            String name = call.body().path("name").asText(call.body().path("listen_address").asText());
            paths.add(halves[0] + "/" + mcnet.lxd.Paths.encode(name) + query);
        }
        for (String path : paths) {
            String gone = path.replaceFirst("(\\?|$)", "x$1");
            for (RecordedCall call : List.of(new RecordedCall("GET", path, null, null, null),
                    new RecordedCall("GET", gone, null, null, null),
                    new RecordedCall("DELETE", gone, null, null, null)))
                ask(server, call);
            if (isUsed(server, path)) ask(server, new RecordedCall("DELETE", path, null, null, null));
        }
    }

    private static boolean isUsed(ModelServer server, String path) {
        var reply = server.request("micro1", "GET", path, null, null, Caller.UNDISTURBED);
        return reply.metadata().path("used_by").valueStream()
                .anyMatch(user -> !user.asText().startsWith("/1.0/profiles/default"));
    }

    private static void ask(ModelServer server, RecordedCall call) {
        server.request("micro1", call.method(), call.path(), call.body(), call.ifMatch(), Caller.UNDISTURBED);
    }
}
