package mcnet.lxd.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ports of a listen address and where OVN sends them, which forwards and balancers have in common.
 *
 * @param targets several share the connections
 */
public record VirtualPort(String protocol, List<String> ports, List<Target> targets) {

    /**
     * An end of connections.
     *
     * @param ports empty: the ports that they came in on
     */
    public record Target(String address, List<String> ports) {}

    /**
     * What OVN's load balancer for an address has, one by one ({@code lxd/network/driver_ovn.go forwardFlattenVIPs,
     * loadBalancerFlattenVIPs}): {@code tcp 198.51.100.5:80} and the ends of its connections.
     */
    public Map<String, Set<String>> ends(String address) {
        Map<String, Set<String>> ends = new LinkedHashMap<>();
        List<String> outside = each(ports);
        for (int i = 0; i < outside.size(); i++) {
            Set<String> at = new TreeSet<>();
            for (Target target : targets) {
                List<String> inside = target.ports().isEmpty() ? outside : each(target.ports());
                at.add(at(target.address(), inside.size() == 1 ? inside.getFirst() : inside.get(i)));
            }
            ends.put(protocol + " " + at(address, outside.get(i)), at);
        }
        return ends;
    }

    private static String at(String address, String port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    /** Ranges one by one. */
    private static List<String> each(List<String> ports) {
        List<String> all = new ArrayList<>();
        for (String port : ports) {
            String[] ends = port.split("-");
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++)
                all.add(Integer.toString(i));
        }
        return all;
    }
}
