package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mcnet.generated.Choices;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;
import mcnet.tests.model.ObjectKey.Kind;

/**
 * What a random program's apply, refused requests and its destruction asked the model, to be asked again elsewhere.
 *
 * @param program its text
 * @param recorded in their order; the server is as new at the end
 */
public record Replay(long seed, String program, List<RecordedCall> recorded) {
    /** The release whose answers the model's are compared with. */
    public static final String VERSION = Behaviour.LXD_5_0_2.version();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The program of this seed, or where check refuses that, one that it takes. */
    public static Replay of(long seed) {
        for (long each = seed;; each += 1_000_003) {
            String program = GeneratedProgram.ofLab(Choices.of(each));
            Optional<ModelledRun> run = ModelledRun.of(program);
            ModelServer server = ModelServer.recording(Behaviour.LXD_5_0_2);
            if (run.isEmpty() || !run.get().settles(server)) continue;
            Refused.by(server);
            run.get().destroying().settles(server);
            for (var acl : server.state().in(Kind.ACL, ServerState.DEFAULT, "").toList())
                server.request("micro1", "DELETE", "/1.0/network-acls/" + acl.getKey().name(), null, null,
                        Caller.UNDISTURBED);
            return new Replay(each, program, server.recorded().stream().filter(Replay::isOfLxd).toList());
        }
    }

    /** What a server says of itself and its members is another's. */
    private static boolean isOfLxd(RecordedCall call) {
        return !call.path().equals("/1.0") && !call.path().startsWith("/1.0/cluster");
    }

    public int calls() {
        return recorded.size();
    }

    /**
     * Asks a server that is as new, and tells each answer that is another than the model's.
     *
     * @param here from the addresses of the programs to those of the server's site
     */
    public List<String> differences(Session server, UnaryOperator<String> here) throws RemoteException {
        List<String> different = new ArrayList<>();
        Map<String, String> etags = new HashMap<>();
        for (RecordedCall call : recorded) {
            JsonNode body = call.body() == null ? null : read(here.apply(call.body().toString()));
            Session.Reply reply = server.request(call.method(), here.apply(call.path()), body,
                    call.ifMatch() == null || call.ifMatch().isEmpty() ? null : etags.get(call.path()));
            if (call.method().equals("GET")) etags.put(call.path(), reply.etag());
            difference(call, reply, here).ifPresent(d -> different.add("seed " + seed + " " + call + "\n  " + d));
        }
        return different;
    }

    private static Optional<String> difference(RecordedCall call, Session.Reply reply, UnaryOperator<String> here) {
        Session.Reply model = call.reply();
        if (model.ok() != reply.ok() || !model.ok() && model.status() != reply.status())
            return Optional.of("the model says " + model.status() + " " + model.error() + ", the server "
                    + reply.status() + " " + reply.error());
        if (!model.ok())
            return here.apply(model.error()).equals(reply.error())
                    ? Optional.empty()
                    : Optional.of("the model says \"" + model.error() + "\", the server \"" + reply.error() + "\"");
        if (!call.method().equals("GET")) return Optional.empty();
        return Comparison.difference("", read(here.apply(model.metadata().toString())), reply.metadata());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
