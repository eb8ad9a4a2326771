package mcnet.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.uplink.RouterAddresses;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * LXD lets the network be changed: its router's addresses on the uplink are where the uplink's ranges are now. Traffic
 * flows otherwise too, so nothing but the next change would tell ({@code lxd/network/driver_ovn.go Validate}).
 */
public record RouterAddressRangeProbe(ResourceId subject, ResourceId uplink) implements Probe {

    @Override
    public String claim() {
        return "outside address is in the uplink's ranges";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(LxdNetworks.list(), LxdNetworks.list(subject.project()));
    }

    @Override
    public Verdict judge(Observation seen) {
        Optional<Map<String, String>> network = LxdNetworks.seen(subject, seen).map(LxdConfig::of);
        Answer list = seen.of(LxdNetworks.list(subject.project()));
        if (network.isEmpty()) return CommonFaults.lxd(list.ok() ? Answer.failed(404, "") : list, subject);
        Map<String, String> of = LxdNetworks.seen(uplink, seen).map(u -> (Map<String, String>) LxdConfig.of(u))
                .orElse(Map.of());
        List<String> allowed = new ArrayList<>();
        for (String family : List.of("ipv4", "ipv6")) {
            String address = network.get().getOrDefault("volatile.network." + family + ".address", "");
            String ranges = of.getOrDefault(family + ".ovn.ranges", "");
            String inside = network.get().getOrDefault(family + ".address", "none");
            if (address.isEmpty() && !inside.isEmpty() && !inside.equals("none"))
                return fails("it has no outside " + family + " address", family);
            if (address.isEmpty()) continue;
            if (!RouterAddresses.isIn(ranges, address))
                return fails(address + " is not in " + ranges.replace(",", ", "), family);
            allowed.add(address);
        }
        return Verdict.holds(String.join(" ", allowed));
    }

    private Verdict fails(String detail, String family) {
        return Verdict.fails(detail,
                "the uplink was changed after the network was created; LXD now refuses every change of the network",
                "write an address in the ranges in the file, and apply: network " + subject.name() + " { " + family
                        + " { outside = ADDRESS } }");
    }
}
