package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Who is told of every call: before it is sent, and when its answer is there. May be told by several threads. */
public interface CallTrace {

    CallTrace NONE = new CallTrace() {
        @Override
        public void sent(String member, String call, JsonNode body) {}

        @Override
        public void answered(String member, String call, int status, String error) {}
    };

    /** @param body what goes along, or null */
    void sent(String member, String call, JsonNode body);

    /** @param error the answer's own words where it is no agreement, else empty */
    void answered(String member, String call, int status, String error);

    /** Tells several. */
    static CallTrace of(List<CallTrace> all) {
        return new CallTrace() {
            @Override
            public void sent(String member, String call, JsonNode body) {
                all.forEach(t -> t.sent(member, call, body));
            }

            @Override
            public void answered(String member, String call, int status, String error) {
                all.forEach(t -> t.answered(member, call, status, error));
            }
        };
    }
}
