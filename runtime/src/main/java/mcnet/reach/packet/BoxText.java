package mcnet.reach.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Sets of packets as one says them: {@code tcp 80-81 from 10.42.1.0/24 to 10.42.2.10}. */
public final class BoxText {
    private BoxText() {}

    /** Each box of the set, joined as far as possible. */
    public static List<String> of(PacketSet packets) {
        return packets.joined().boxes().stream()
                .map(b -> kinds(b) + " from " + b.source().text() + to(b)).toList();
    }

    private static String to(PacketBox box) {
        return " to " + box.destination().text();
    }

    /** The sorts of packets alone, whatever their addresses: {@code tcp 80, 443}, {@code icmp4}. */
    public static List<String> kinds(PacketSet packets) {
        SequencedMap<String, List<String>> byName = new LinkedHashMap<>();
        for (PacketBox box : anywhere(packets).joined().boxes()) {
            String[] words = kinds(box).split(" ", 2);
            boolean listed = words.length == 2 && words[1].matches("[0-9-]+");
            byName.computeIfAbsent(listed ? words[0] : kinds(box), _ -> new ArrayList<>())
                    .addAll(listed ? List.of(words[1]) : List.of());
        }
        return byName.entrySet().stream()
                .map(e -> (e.getKey() + " " + String.join(", ", e.getValue())).strip()).toList();
    }

    /** The same sorts of packets between any addresses of their family. */
    public static PacketSet anywhere(PacketSet packets) {
        return packets.map(b -> {
            AddressBlock all = b.source().ipv6() ? AddressBlock.IPV6 : AddressBlock.IPV4;
            return b.from(all).to(all);
        });
    }

    private static String kinds(PacketBox box) {
        List<String> all = new ArrayList<>();
        if (box.protocol().equals(Protocols.ALL) && box.from().equals(Protocols.ANY) && box.to().equals(Protocols.ANY))
            return "everything";
        for (int protocol = box.protocol().first(); protocol <= box.protocol().last(); protocol++)
            all.add(kind(protocol, box));
        return String.join(", ", all);
    }

    private static String kind(int protocol, PacketBox box) {
        String name = protocol == Protocols.OTHER ? "other protocols" : Protocols.name(protocol, box.source().ipv6());
        boolean all = box.to().equals(Protocols.ANY);
        return switch (protocol) {
            case Protocols.TCP, Protocols.UDP -> name + (all ? "" : " " + box.to().text())
                    + (box.from().equals(Protocols.ANY) ? "" : " (source port " + box.from().text() + ")");
            case Protocols.ICMP -> box.from().equals(Protocols.ANY)
                    ? name
                    : name + " " + types(box.from()) + (all ? "" : "/" + types(box.to()));
            default -> name;
        };
    }

    private static String types(NumberRange range) {
        return new NumberRange(Protocols.typeOf(range.first()), Protocols.typeOf(range.last())).text();
    }
}
