package mcnet.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.lab.engine.Engine;

/**
 * What a lab consists of in the engine, and how the parts are called. All of it can be read back from the labels of any
 * part.
 *
 * @param size how many members it has
 * @param source what its members are made of
 */
record LabLayout(String name, AddressPlan plan, int size, MemberSource source) {

    static Optional<LabLayout> find(Engine engine, String name) {
        return all(engine, Labels.LAB + "=" + name).stream().findFirst();
    }

    static List<LabLayout> all(Engine engine) {
        return all(engine, Labels.LAB);
    }

    private static List<LabLayout> all(Engine engine, String label) {
        List<Map<String, String>> labels = new ArrayList<>();
        engine.networks(label).forEach(network -> labels.add(network.getLabels()));
        engine.containers(label).forEach(container -> labels.add(container.getLabels()));
        return labels.stream().map(LabLayout::of).distinct().sorted(Comparator.comparing(LabLayout::name)).toList();
    }

    static LabLayout of(Map<String, String> labels) {
        return new LabLayout(labels.get(Labels.LAB), new AddressPlan(Integer.parseInt(labels.get(Labels.NUMBER))),
                Integer.parseInt(labels.get(Labels.MEMBERS)), MemberSource.of(labels));
    }

    Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>(Map.of(Labels.LAB, name, Labels.NUMBER,
                String.valueOf(plan.number()), Labels.MEMBERS, String.valueOf(size)));
        labels.putAll(source.labels());
        return labels;
    }

    List<LabMember> members() {
        return plan.members(size);
    }

    String container(LabMember member) {
        return "mcnet-" + name + "-" + member.name();
    }

    /** The container that stands on the uplink's other side. */
    String fabric() {
        return "mcnet-" + name + "-fabric";
    }

    String management() {
        return "mcnet-" + name + "-management";
    }

    String underlay() {
        return "mcnet-" + name + "-underlay";
    }

    String uplink() {
        return "mcnet-" + name + "-uplink";
    }

    /** The host's own interface on the uplink. */
    String uplinkBridge() {
        return "mcnet-uplink" + plan.number();
    }
}
