package mcnet.lxd.server;

import mcnet.observe.Observation;
import mcnet.product.Product;

/**
 * The commands that start a member's services anew: those of systemd's units, or of MicroCloud's snaps, where OVN and Open
 * vSwitch are MicroOVN's ({@code microovn/snap/snapcraft.yaml}) and no unit of the distribution's is there.
 *
 * @param microCloud the cluster is known to be one
 */
public record ServiceCommands(boolean microCloud, Product product) {

    /** @param seen with the description of a server; without one both ways are told */
    public static ServiceCommands of(Observation seen) {
        return new ServiceCommands(MicroCloud.is(seen), Product.of(seen));
    }

    /** Starts ovn-controller anew. */
    public String restartController() {
        return restart("ovn-controller", "MicroOVN", "microovn.chassis");
    }

    /** Starts an ovn-controller that does not run; one that was switched off does not come back by a restart. */
    public String startController() {
        return restartController()
                + (microCloud ? "; or, where `microovn status` lists no chassis for it: microovn enable chassis" : "");
    }

    /** Starts Open vSwitch anew. */
    public String restartSwitch() {
        return restart("openvswitch-switch", "MicroOVN", "microovn.switch");
    }

    /** Starts OVN's databases on a member anew. */
    public String restartCentral() {
        return restart("ovn-central", "MicroOVN", "microovn.central");
    }

    /** Starts LXD or Incus anew; instances go on meanwhile. */
    public String restartServer() {
        return product.isSnap()
                ? restart(product.word(), "snap", product.word())
                : "systemctl restart " + product.word();
    }

    /** What runs OVN's databases, as their operator calls it. */
    public String central() {
        return microCloud ? "MicroOVN's central service" : "ovn-central";
    }

    /** Puts a member's ovn-controller where there is none. */
    public String enableChassis() {
        return microCloud ? "microovn enable chassis" : "apt install ovn-host (MicroOVN: microovn enable chassis)";
    }

    /** Shows where OVN's databases run, and why they do not. */
    public String centralLog() {
        return microCloud
                ? "microovn status; snap logs microovn.central"
                : "systemctl status ovn-central (MicroOVN: microovn status)";
    }

    /** The program of OVN's southbound database: MicroOVN's is there under this name whatever the snap's aliases are. */
    public String southboundProgram() {
        return microCloud ? "microovn.ovn-sbctl" : "ovn-sbctl";
    }

    private String restart(String unit, String owner, String service) {
        return microCloud
                ? "snap restart " + service
                : "systemctl restart " + unit + " (" + owner + ": snap restart " + service + ")";
    }
}
