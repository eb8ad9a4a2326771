package mcnet.check.view;

import inet.ipaddr.IPAddressSeqRange;
import java.util.List;
import java.util.Optional;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;

/** What sentences speak of, as sets that may have something in common. */
public record PacketSets(ProgramView facts, String project) {

    /** Empty traffic is everything. */
    public static boolean overlap(List<Traffic> some, List<Traffic> others) {
        return some.isEmpty() || others.isEmpty()
                || some.stream().anyMatch(a -> others.stream().anyMatch(b -> overlap(a, b)));
    }

    private static boolean overlap(Traffic a, Traffic b) {
        return a.protocol() == b.protocol() && overlapPorts(a.ports(), b.ports())
                && (a.type().isEmpty() || b.type().isEmpty() || a.type().equals(b.type()))
                && (a.code().isEmpty() || b.code().isEmpty() || a.code().equals(b.code()));
    }

    public static boolean overlapPorts(List<Ports> some, List<Ports> others) {
        return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(a -> others.stream().anyMatch(a::overlaps));
    }

    /** They surely have something in common; no places are everyone. */
    public boolean overlapPlaces(List<Subject> some, List<Subject> others) {
        return isAny(some) || isAny(others)
                || some.stream().anyMatch(a -> others.stream().anyMatch(b -> overlap(a, b)));
    }

    static boolean isAny(List<Subject> places) {
        return places.isEmpty() || places.stream().anyMatch(p -> p instanceof Subject.Word w && w.word().equals("any"));
    }

    private boolean overlap(Subject a, Subject b) {
        Optional<List<IPAddressSeqRange>> one = addresses(a);
        Optional<List<IPAddressSeqRange>> other = addresses(b);
        if (one.isPresent() && other.isPresent())
            return one.get().stream().anyMatch(r -> other.get().stream().anyMatch(r::overlaps));
        return named(a).equals(named(b)) && !named(a).isEmpty();
    }

    private static String named(Subject place) {
        return switch (place) {
            case Subject.Thing t -> t.kind() + " " + t.name();
            case Subject.PeerSide p -> "peer " + p.network() + "/" + p.other();
            case Subject.Word w -> w.word();
            case Subject.Addresses _ -> "";
        };
    }

    /** Empty: they are not known, or change with what is attached. */
    public Optional<List<IPAddressSeqRange>> addresses(Subject place) {
        return switch (place) {
            case Subject.Addresses(Value value, var _) -> Optional.of(List.of(range(value)));
            case Subject.Thing t when t.kind().equals(KindName.NETWORK) ->
                facts.network(t.name(), project).map(NetworkView::spaces).filter(s -> !s.isEmpty());
            default -> Optional.empty();
        };
    }

    static IPAddressSeqRange range(Value value) {
        return switch (value) {
            case Value.Address a -> a.address().spanWithRange(a.address());
            case Value.Subnet s -> AddressSpace.of(s);
            case Value.Range r -> r.range();
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
