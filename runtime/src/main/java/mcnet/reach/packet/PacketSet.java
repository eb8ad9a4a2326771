package mcnet.reach.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Packets, as a union of boxes that may overlap. */
public record PacketSet(List<PacketBox> boxes) {
    public static final PacketSet NONE = new PacketSet(List.of());
    /** Every packet of either family. */
    public static final PacketSet ALL = between(AddressBlocks.ALL, AddressBlocks.ALL);
    /** Source ports that clients choose begin here: a witness has one of them where it may. */
    private static final int CLIENT_PORT = 49152;

    public PacketSet {
        boxes = List.copyOf(boxes);
    }

    public static PacketSet of(PacketBox box) {
        return new PacketSet(List.of(box));
    }

    /** Everything from some addresses to others. */
    public static PacketSet between(AddressBlocks from, AddressBlocks to) {
        List<PacketBox> all = new ArrayList<>();
        for (AddressBlock source : from.blocks())
            for (AddressBlock destination : to.blocks())
                if (source.ipv6() == destination.ipv6())
                    all.add(new PacketBox(source, destination, Protocols.ALL, Protocols.ANY, Protocols.ANY));
        return new PacketSet(all);
    }

    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    public PacketSet union(PacketBox box) {
        for (PacketBox each : boxes) if (each.contains(box)) return this;
        List<PacketBox> all = new ArrayList<>(boxes);
        all.add(box);
        return new PacketSet(all);
    }

    public PacketSet union(PacketSet other) {
        if (isEmpty()) return other;
        if (other.isEmpty()) return this;
        List<PacketBox> all = new ArrayList<>(boxes);
        all.addAll(other.boxes);
        return new PacketSet(all);
    }

    public PacketSet intersection(PacketSet other) {
        List<PacketBox> all = new ArrayList<>();
        for (PacketBox one : boxes)
            for (PacketBox two : other.boxes) if (one.overlaps(two)) all.add(one.intersection(two));
        return new PacketSet(all);
    }

    public PacketSet without(PacketSet other) {
        List<PacketBox> left = boxes;
        for (PacketBox gone : other.boxes) {
            if (left.isEmpty()) return NONE;
            List<PacketBox> next = new ArrayList<>(left.size());
            for (PacketBox box : left) box.without(gone, next);
            left = next;
        }
        return new PacketSet(left);
    }

    public boolean overlaps(PacketSet other) {
        for (PacketBox one : boxes) for (PacketBox two : other.boxes) if (one.overlaps(two)) return true;
        return false;
    }

    public boolean contains(PacketSet other) {
        return other.without(this).isEmpty();
    }

    /** Each box as another one. */
    public PacketSet map(UnaryOperator<PacketBox> change) {
        return new PacketSet(boxes.stream().map(change).toList());
    }

    /** Without packets that an address sends to itself: no network sees them. */
    public PacketSet withoutOwn() {
        for (PacketBox box : boxes)
            if (box.isToItself()) return new PacketSet(boxes.stream().filter(b -> !b.isToItself()).toList());
        return this;
    }

    /** The same set with boxes that lie apart, and neighbors joined where they differ in one range only. */
    public PacketSet joined() {
        List<PacketBox> all = new ArrayList<>();
        for (PacketBox box : boxes) {
            List<PacketBox> parts = List.of(box);
            for (PacketBox there : all) {
                List<PacketBox> next = new ArrayList<>();
                for (PacketBox part : parts) part.without(there, next);
                parts = next;
            }
            all.addAll(parts);
        }
        return new PacketSet(BoxJoin.joined(all));
    }

    /** One of them, the lowest of its first box; from an address to itself only where there is no other. */
    public Optional<Packet> witness() {
        for (PacketBox box : boxes) if (!box.isToItself()) return Optional.of(witness(box));
        return boxes.isEmpty() ? Optional.empty() : Optional.of(witness(boxes.getFirst()));
    }

    private static Packet witness(PacketBox box) {
        AddressNumber source = box.source().first();
        AddressNumber destination = box.destination().first();
        if (source.equals(destination)) {
            if (box.destination().isSingle()) source = box.source().isSingle() ? source : source.next();
            else
                destination = destination.next();
        }
        int protocol = box.protocol().first();
        boolean ported = protocol == Protocols.TCP || protocol == Protocols.UDP;
        int from = ported && box.from().contains(NumberRange.of(CLIENT_PORT)) ? CLIENT_PORT : box.from().first();
        return new Packet(new AddressBlock(box.source().ipv6(), source, source),
                new AddressBlock(box.source().ipv6(), destination, destination), protocol, from,
                ported && box.to().last() > 0 ? Math.max(1, box.to().first()) : box.to().first());
    }
}
