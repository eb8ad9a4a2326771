package mcnet.lab.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Map;

/**
 * The rights of a member: LXD runs containers itself. All rights but SYS_RESOURCE, which not every machine can give; that
 * is why it is not simply privileged.
 */
public final class UnconfinedHost extends HostConfig {

    private static final long serialVersionUID = 1;

    /** Nothing below /proc and /sys is hidden or read-only. The client has no words for these two of its own. */
    @JsonProperty("MaskedPaths")
    final List<String> maskedPaths = List.of();

    @JsonProperty("ReadonlyPaths")
    final List<String> readonlyPaths = List.of();

    /**
     * @param refused capabilities that this machine does not have itself; an older engine must be told to leave them
     *        out, a newer one does so by itself and does not let itself be told
     */
    public static HostConfig on(String network, Capability... refused) {
        return new UnconfinedHost().withNetworkMode(network).withCapAdd(Capability.ALL).withCapDrop(refused)
                .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined")).withCgroupnsMode("private")
                .withDevices(Device.parse("/dev/net/tun")).withDeviceCgroupRules(List.of("a *:* rwm"))
                .withTmpFs(Map.of("/run", ""));
    }
}
