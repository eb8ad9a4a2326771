package mcnet.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** One thing that is sent to a member and may change it; complete, as data. */
public sealed interface Call {

    /** How a person reads it. */
    String text();

    /**
     * A request to LXD.
     *
     * @param body null for DELETE
     * @param expected what the object must still hold when the request is sent, in its own shape: keys of its config, and
     *        other fields as a whole; the object is read first then, and its ETag goes along as {@code If-Match}. Null:
     *        nothing is relied on
     */
    record Lxd(String method, String path, ObjectNode body, ObjectNode expected) implements Call {
        @Override
        public String text() {
            return method + " " + path;
        }
    }

    /**
     * Entries of {@code external_ids} in the member's Open_vSwitch table.
     *
     * @param set entries to write
     * @param remove keys to remove
     * @param expected what an entry must still be when the call is made
     */
    record ExternalIds(SequencedMap<String, String> set, List<String> remove, Map<String, String> expected)
            implements
                Call {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder("ovs-vsctl");
            set.forEach((key, value) -> text.append(" set external_ids:").append(key).append('=').append(value));
            remove.forEach(key -> text.append(" remove external_ids ").append(key));
            return text.toString();
        }
    }

    /**
     * A bridge of the member's Open vSwitch that LXD left behind.
     *
     * @param mappings what {@code external_ids:ovn-bridge-mappings} is then
     */
    record RemoveBridge(String bridge, String mappings) implements Call {
        @Override
        public String text() {
            return "ovs-vsctl del-br " + bridge + ", set external_ids:ovn-bridge-mappings=" + mappings;
        }
    }
}
