package mcnet.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.CallTrace;
import mcnet.observe.SecretRedactor;
import mcnet.observe.SecretStore;
import mcnet.plan.Call;
import mcnet.plan.Step;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;

/** A step's requests to LXD. */
record LxdCalls(Step step, Session member, SecretStore secretStore, CallTrace trace) {
    private static final int GONE = 404;
    private static final String CONFIG = "config";

    void make(Call.Lxd call) throws RemoteException, StepFailed {
        Session.Reply held = call.expected() == null ? null : check(call);
        JsonNode body = held == null || !call.method().equals("PUT") ? call.body() : withVolatile(call.body(), held);
        Session.Reply reply = request(call.method(), call.path(), body, held == null ? null : held.etag());
        if (reply.ok() || call.method().equals("DELETE") && reply.status() == GONE) return;
        throw new StepFailed(Diagnostic.error("MC0901", step.id() + ": LXD on " + step.member() + " refused")
                .why(reply.error())
                .fix(Remedies.of(reply.error(), step.member())));
    }

    /** Nobody changed what the plan relied on since it was made; the ETag keeps it so until the call. */
    private Session.Reply check(Call.Lxd call) throws RemoteException, StepFailed {
        Session.Reply object = request("GET", call.path(), null, null);
        JsonNode now = secretStore.named(object.metadata());
        for (Map.Entry<String, JsonNode> expected : call.expected().properties()) {
            JsonNode held = now.path(expected.getKey());
            if (expected.getKey().equals(CONFIG)) {
                for (Map.Entry<String, JsonNode> key : expected.getValue().properties())
                    same(key.getKey(), key.getValue(), held.path(key.getKey()));
            } else {
                same(expected.getKey(), expected.getValue(), held);
            }
        }
        return object;
    }

    /**
     * What the server notes of an object itself changes at any time, as when an instance starts: in a PUT it goes along
     * as it is at this moment.
     */
    private static JsonNode withVolatile(JsonNode body, Session.Reply held) {
        if (!(body instanceof ObjectNode whole) || !whole.path(CONFIG).isObject()) return body;
        ObjectNode copy = whole.deepCopy();
        ObjectNode config = (ObjectNode) copy.get(CONFIG);
        held.metadata().path(CONFIG).properties().stream().filter(e -> e.getKey().startsWith("volatile."))
                .forEach(e -> config.putIfAbsent(e.getKey(), e.getValue()));
        return copy;
    }

    /** An absent value is an empty one. */
    private void same(String key, JsonNode expected, JsonNode held) throws StepFailed {
        boolean none = (held.isMissingNode() || held.isNull()) && expected.isTextual() && expected.asText().isEmpty();
        if (!none && !held.equals(expected)) throw StepRunner.changed(step, key, text(expected), text(held));
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) return "";
        return value.isTextual() ? value.asText() : SecretRedactor.BLANK.blank(value).toString();
    }

    private Session.Reply request(String method, String path, JsonNode body, String etag) throws RemoteException {
        String text = method + " " + path;
        trace.sent(step.member(), text, body);
        try {
            Session.Reply reply = AclRequest.send(member, method, path, body == null ? null : secretStore.told(body),
                    etag);
            Session.Reply named = reply.words(secretStore.named(reply.error()));
            trace.answered(step.member(), text, named.status(), named.error());
            return named;
        } catch (RemoteException e) {
            trace.answered(step.member(), text, 0, "no answer: " + e.getMessage());
            throw e;
        }
    }
}
