package mcnet.lab;

import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.Network;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;

/** The engine's networks of labs: management, underlay and uplink, none of which leads anywhere else. */
final class LabNetworks {

    private final Engine engine;

    LabNetworks(Engine engine) {
        this.engine = engine;
    }

    /** Makes a new lab's first network. The engine lets nobody else have its addresses, so they are the lab's now. */
    LabLayout claim(LabSpec spec) {
        int size = spec.members().orElse(LabSpec.DEFAULT_MEMBERS);
        if (spec.name().equals(LabSpec.DEFAULT_NAME)) {
            LabLayout layout = new LabLayout(spec.name(), new AddressPlan(AddressPlan.DEFAULT), size,
                    spec.source().orElse(MemberSource.DEFAULT));
            if (onThisMachine(layout.plan()) || !claimed(layout))
                throw new LabException(layout.plan().management().subnet() + " is used by something else",
                        "the lab called " + spec.name() + " always has these addresses",
                        "give the lab another name, it then gets other addresses: mcnet lab up --name NAME");
            return layout;
        }
        Set<Integer> taken = new HashSet<>();
        LabLayout.all(engine).forEach(other -> taken.add(other.plan().number()));
        while (true) {
            AddressPlan plan = new AddressPlan(AddressPlan.firstFree(taken).orElseThrow(
                    () -> new LabException("no free addresses for another lab", "", "mcnet lab down --all")));
            LabLayout layout = new LabLayout(spec.name(), plan, size, spec.source().orElse(MemberSource.DEFAULT));
            if (!onThisMachine(plan) && claimed(layout))
                return layout;
            taken.add(plan.number());
        }
    }

    /** Makes those that are missing. */
    void ensure(LabLayout layout) {
        Set<String> there = engine.networks(Labels.LAB + "=" + layout.name()).stream().map(Network::getName)
                .collect(Collectors.toSet());
        AddressPlan plan = layout.plan();
        if (!there.contains(layout.management()))
            create(layout, layout.management(), ipam(plan.management())).exec();
        if (!there.contains(layout.underlay()))
            create(layout, layout.underlay(), ipam(plan.underlay())).exec();
        if (!there.contains(layout.uplink()))
            create(layout, layout.uplink(), ipam(plan.uplink(), plan.uplink6())).withEnableIpv6(true)
                    .withOptions(Map.of("com.docker.network.bridge.name", layout.uplinkBridge())).exec();
    }

    void remove(String lab) {
        for (Network network : engine.networks(Labels.LAB + "=" + lab))
            try {
                engine.client().removeNetworkCmd(network.getId()).exec();
            } catch (NotFoundException e) {
                continue;
            }
    }

    private boolean claimed(LabLayout layout) {
        try {
            create(layout, layout.management(), ipam(layout.plan().management())).exec();
            return true;
        } catch (DockerException e) {
            if (e.getMessage().contains("overlap"))
                return false;
            throw e;
        }
    }

    private CreateNetworkCmd create(LabLayout layout, String name, Ipam ipam) {
        return engine.client().createNetworkCmd().withName(name).withDriver("bridge").withInternal(true)
                .withCheckDuplicate(true).withIpam(ipam).withLabels(layout.labels());
    }

    private static Ipam ipam(AddressPlan.Range... ranges) {
        return new Ipam().withConfig(List.of(ranges).stream()
                .map(range -> new Ipam.Config().withSubnet(range.subnet()).withGateway(range.gateway())).toList());
    }

    private static boolean onThisMachine(AddressPlan plan) {
        List<String> prefixes = List.of(plan.management().prefix(), plan.underlay().prefix(), plan.uplink().prefix());
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(address -> prefixes.stream().anyMatch(address.getHostAddress()::startsWith));
        } catch (SocketException e) {
            return false;
        }
    }
}
