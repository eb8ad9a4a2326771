package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mcnet.lab.engine.CommandExit;

/** The uplink's other side: a client, and a web server that tells who asks by which address it sees them. */
final class UplinkClient {
    private static final String SERVE = """
            mkdir -p /tmp/outside/cgi-bin
            printf '%s' "$1" > /tmp/outside/cgi-bin/who
            chmod +x /tmp/outside/cgi-bin/who
            shift
            for address in "$@"; do busybox httpd -p "$address" -h /tmp/outside; done""";

    private static final String DARK = """
            answers() { ping -q -c 1 -W 0.3 "$1" > /dev/null; }
            for try in $(seq 300); do
              lost=$(date +%s%3N)
              answers "$1" || answers "$1" || break
              sleep 0.1
            done
            for try in $(seq 200); do
              if answers "$1"; then echo $(($(date +%s%3N) - lost)); exit 0; fi
            done
            echo "$1 is silent" >&2
            exit 1""";

    private final LabCluster lab;

    private UplinkClient(LabCluster lab) {
        this.lab = lab;
    }

    /** Starts the server on both of the fabric's addresses; it ends with the lab. */
    static UplinkClient of(LabCluster lab) {
        CommandExit started = lab.lab().fabric("sh", "-ec", SERVE, "sh", Script.text("who"),
                lab.here("198.51.100.1:8099"),
                lab.here("[2001:db8::1]:8099"));
        assertEquals(0, started.exit(), started::toString);
        return new UplinkClient(lab);
    }

    /** Asks a web server behind the uplink. */
    ClientResult get(String url) {
        return ClientResult
                .curl(lab.lab().fabric("curl", "-s", "-g", "-m", String.valueOf(ClientResult.PATIENCE_SECONDS), url));
    }

    /**
     * Waits until an address falls silent, and then until it answers again.
     *
     * @return how long that took
     */
    long darkMillis(String address) {
        CommandExit waited = lab.lab().fabric("sh", "-ec", DARK, "sh", address);
        assertEquals(0, waited.exit(), waited::toString);
        return Long.parseLong(waited.text());
    }

    boolean answers(String address) {
        return lab.lab().fabric("ping", "-c", "1", "-W", "1", address).ok();
    }
}
