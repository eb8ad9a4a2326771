package mcnet.lab;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.Pause;
import mcnet.lab.engine.UnconfinedHost;

/** The engine's containers of one lab: its members, and one on the fabric's side. */
final class LabContainers {

    private static final int REMOVE_TRIES = 100;

    private final Engine engine;
    private final LabLayout layout;

    LabContainers(Engine engine, LabLayout layout) {
        this.engine = engine;
        this.layout = layout;
    }

    List<Container> all() {
        return engine.containers(Labels.LAB + "=" + layout.name());
    }

    List<LabMember> runningMembers() {
        Set<String> running = all().stream().filter(Engine::running)
                .map(container -> Engine.label(container.getLabels(), Labels.MEMBER)).collect(Collectors.toSet());
        return layout.members().stream().filter(member -> running.contains(member.name())).toList();
    }

    void createMember(String image, LabMember member) {
        AddressPlan plan = layout.plan();
        String uplink = plan.reservedUplink(member);
        Map<String, String> labels = new HashMap<>(layout.labels());
        labels.put(Labels.MEMBER, member.name());
        CreateContainerCmd create = engine.client().createContainerCmd(image).withName(layout.container(member))
                .withHostName(member.name()).withLabels(labels)
                .withEnv("MANAGEMENT=" + plan.management().withLength(member.management()),
                        "UNDERLAY=" + plan.underlay().withLength(member.underlay()),
                        "UPLINK=" + plan.uplink().withLength(uplink), "UPLINK_NIC=" + member.uplinkNic(),
                        "CENTRAL=" + plan.central().management())
                .withIpv4Address(member.management());
        String id = create(create);
        connect(id, layout.underlay(), member.underlay());
        connect(id, layout.uplink(), uplink);
    }

    private String create(CreateContainerCmd create) {
        try {
            return create.withHostConfig(UnconfinedHost.on(layout.management(), Capability.SYS_RESOURCE)).exec()
                    .getId();
        } catch (BadRequestException e) {
            if (!e.getMessage().contains("CapDrop")) throw e;
            return create.withHostConfig(UnconfinedHost.on(layout.management())).exec().getId();
        }
    }

    /** It shares the network of the host, which is what stands on the other side of the uplink. */
    void createFabric(String image) {
        engine.client().createContainerCmd(image).withName(layout.fabric()).withLabels(layout.labels())
                .withEntrypoint("sleep", "infinity")
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("host").withCapDrop(Capability.ALL)
                        .withCapAdd(Capability.NET_ADMIN, Capability.NET_RAW).withInit(false))
                .exec();
    }

    void start(String container) {
        try {
            engine.client().startContainerCmd(container).exec();
        } catch (NotModifiedException e) {
            return;
        }
    }

    void stop(String container, int seconds) {
        try {
            engine.client().stopContainerCmd(container).withTimeout(seconds).exec();
        } catch (NotModifiedException e) {
            return;
        }
    }

    /** All that are there; one that the engine is still busy removing is waited for. */
    void removeAll() {
        for (int tries = 0; tries < REMOVE_TRIES; tries++) {
            List<Container> left = all();
            if (left.isEmpty())
                return;
            if (tries > 0)
                Pause.millis(100);
            ParallelMembers.run(left.stream().<Runnable>map(container -> () -> remove(container.getId())).toList());
        }
        throw new LabException("cannot remove the containers of the lab " + layout.name(), "",
                "restart the engine, then run this again");
    }

    private void remove(String container) {
        try {
            engine.client().removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
        } catch (NotFoundException | ConflictException e) {
            return;
        }
    }

    private void connect(String container, String network, String address) {
        engine.client().connectToNetworkCmd().withContainerId(container).withNetworkId(network)
                .withContainerNetwork(new ContainerNetwork()
                        .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
                .exec();
    }
}
