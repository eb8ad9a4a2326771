package mcnet.reach.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boxes that lie side by side become one, so that a set reads as a person would say it. */
final class BoxJoin {
    private BoxJoin() {}

    static List<PacketBox> joined(List<PacketBox> boxes) {
        List<PacketBox> all = new ArrayList<>(boxes);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < all.size() && !changed; i++)
                for (int j = i + 1; j < all.size() && !changed; j++) {
                    Optional<PacketBox> both = both(all.get(i), all.get(j));
                    if (both.isPresent()) {
                        all.set(i, both.get());
                        all.remove(j);
                        changed = true;
                    }
                }
        }
        return all;
    }

    private static Optional<PacketBox> both(PacketBox a, PacketBox b) {
        boolean source = a.source().equals(b.source());
        boolean destination = a.destination().equals(b.destination());
        boolean protocol = a.protocol().equals(b.protocol());
        boolean from = a.from().equals(b.from());
        boolean to = a.to().equals(b.to());
        if (destination && protocol && from && to) return joined(a.source(), b.source()).map(a::from);
        if (source && protocol && from && to) return joined(a.destination(), b.destination()).map(a::to);
        if (source && destination && from && to)
            return joined(a.protocol(), b.protocol())
                    .map(p -> new PacketBox(a.source(), a.destination(), p, a.from(), a.to()));
        if (source && destination && protocol && to) return joined(a.from(), b.from()).map(a::fromPorts);
        if (source && destination && protocol && from) return joined(a.to(), b.to()).map(a::toPorts);
        return Optional.empty();
    }

    private static Optional<NumberRange> joined(NumberRange a, NumberRange b) {
        return a.first() > b.last() + 1 || b.first() > a.last() + 1
                ? Optional.empty()
                : Optional.of(new NumberRange(Math.min(a.first(), b.first()), Math.max(a.last(), b.last())));
    }

    private static Optional<AddressBlock> joined(AddressBlock a, AddressBlock b) {
        if (a.ipv6() != b.ipv6()) return Optional.empty();
        AddressBlock lower = a.first().compareTo(b.first()) <= 0 ? a : b;
        AddressBlock upper = lower == a ? b : a;
        if (upper.first().compareTo(lower.last()) > 0 && !lower.last().next().equals(upper.first()))
            return Optional.empty();
        return Optional.of(new AddressBlock(a.ipv6(), lower.first(),
                lower.last().compareTo(upper.last()) >= 0 ? lower.last() : upper.last()));
    }
}
