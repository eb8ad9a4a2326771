package mcnet.lab;

import java.util.List;
import mcnet.lab.engine.CommandExit;
import mcnet.lab.engine.Engine;

/** The other side of the uplink: the host's network, seen from a container that has the tools for it. */
final class UplinkNetwork {

    private static final String COMPLETE_CHECKSUMS = """
            for nic in "$1" $(ls "/sys/class/net/$1/brif"); do ethtool -K "$nic" tx off > /dev/null; done""";

    private final Engine engine;
    private final LabLayout layout;

    UplinkNetwork(Engine engine, LabLayout layout) {
        this.engine = engine;
        this.layout = layout;
    }

    CommandExit exec(String... command) {
        return engine.exec(layout.fabric(), List.of(command));
    }

    /**
     * Makes the host send whole checksums. It leaves them to hardware that is not there, and Open vSwitch in userspace
     * passes them on as they are: pings get through and TCP hangs. To be done for every new port.
     */
    void completeChecksums() {
        exec("sh", "-c", COMPLETE_CHECKSUMS, "sh", layout.uplinkBridge()).orThrow("ethtool on the uplink");
    }
}
