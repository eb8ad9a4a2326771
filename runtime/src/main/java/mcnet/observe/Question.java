package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Something one can ask that changes nothing; there is no question that could. */
public sealed interface Question {

    /** How an observation's file names it; {@link #parse} reads it back. */
    String text();

    /** The question of this text. */
    static Question parse(String text) {
        try {
            return parsed(text);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("unknown query \"" + text + "\"", e);
        }
    }

    private static Question parsed(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "GET" -> new Lxd(text.substring("GET ".length()));
            case "ovs" -> new Ovs(words[1], List.of(words[2].split(",")));
            case "northbound" -> new Northbound(words[1], List.of(words[2].split(",")));
            case "southbound" -> new Southbound(words[1], List.of(words[2].split(",")));
            case "links" -> new Links();
            case "machine" -> new Machine();
            case "controller" -> new Controller();
            case "ping" -> new Ping(words[1], words[3]);
            default -> throw new IllegalArgumentException("unknown query \"" + text + "\"");
        };
    }

    /** A GET of LXD's REST API, answered with its {@code metadata}. */
    record Lxd(String path) implements Question {
        private static final String MEMBERS = "/1.0/cluster/members";
        private static final String OPERATIONS = "/1.0/operations";

        /**
         * Whether an answer has the shape that LXD gives it ({@code doc/rest-api.md}): a collection with
         * {@code recursion=1} is a list of objects, but for operations; an entry of a collection is an object.
         */
        boolean fits(JsonNode metadata) {
            if (path.contains("recursion=1") && !path.startsWith(OPERATIONS))
                return metadata.isArray() && metadata.valueStream().allMatch(JsonNode::isObject);
            int query = path.indexOf('?');
            String plain = query < 0 ? path : path.substring(0, query);
            return plain.equals(MEMBERS) || plain.split("/").length % 2 == 1 || metadata.isObject();
        }

        @Override
        public String text() {
            return "GET " + path;
        }
    }

    /** Columns of a table of the member's Open vSwitch, answered as OVSDB's JSON table. */
    record Ovs(String table, List<String> columns) implements Question {
        @Override
        public String text() {
            return "ovs " + table + " " + String.join(",", columns);
        }
    }

    /** Columns of a table of OVN's northbound database, where LXD is told that it is. */
    record Northbound(String table, List<String> columns) implements Question {
        @Override
        public String text() {
            return "northbound " + table + " " + String.join(",", columns);
        }
    }

    /** Columns of a table of OVN's southbound database, where the member's own OVS says it is. */
    record Southbound(String table, List<String> columns) implements Question {
        @Override
        public String text() {
            return "southbound " + table + " " + String.join(",", columns);
        }
    }

    /** The member's network interfaces with their addresses, as {@code ip -json address} tells. */
    record Links() implements Question {
        @Override
        public String text() {
            return "links";
        }
    }

    /**
     * The member's clock, its kernel and the room on its disks: {@code {"time": T, "kernel": TEXT, "free": {DIRECTORY: N}}},
     * T in seconds since 1970, TEXT what {@code /proc/sys/kernel/version} holds, N in KiB, for the directories in which LXD
     * and Open vSwitch keep their databases.
     */
    record Machine() implements Question {
        @Override
        public String text() {
            return "machine";
        }
    }

    /**
     * Whether the member's ovn-controller is alive: the daemon itself answers, within a time limit.
     * {@code {"program": P, "exit": N, "says": TEXT}}, P the path of the {@code ovn-appctl} that asked it, empty where the
     * member has none; N and TEXT as the daemon's {@code connection-status} ended, {@code connected} where all is well.
     */
    record Controller() implements Question {
        @Override
        public String text() {
            return "controller";
        }
    }

    /** Whether an address answers one ARP or neighbour request or ping sent out of an interface. */
    record Ping(String address, String nic) implements Question {
        @Override
        public String text() {
            return "ping " + address + " from " + nic;
        }
    }
}
