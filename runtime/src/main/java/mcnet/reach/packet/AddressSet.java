package mcnet.reach.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses of both families, as blocks that lie apart. */
public record AddressSet(List<AddressBlock> blocks) {
    public static final AddressSet NONE = new AddressSet(List.of());
    public static final AddressSet ALL = new AddressSet(List.of(AddressBlock.IPV4, AddressBlock.IPV6));

    public AddressSet {
        blocks = List.copyOf(blocks);
    }

    public static AddressSet of(AddressBlock block) {
        return new AddressSet(List.of(block));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    public AddressSet union(AddressSet other) {
        List<AddressBlock> all = new ArrayList<>(blocks);
        all.addAll(other.without(this).blocks);
        return new AddressSet(all);
    }

    public AddressSet intersection(AddressSet other) {
        List<AddressBlock> all = new ArrayList<>();
        for (AddressBlock one : blocks)
            for (AddressBlock two : other.blocks) one.intersection(two).ifPresent(all::add);
        return new AddressSet(all);
    }

    public AddressSet without(AddressSet other) {
        List<AddressBlock> left = blocks;
        for (AddressBlock gone : other.blocks) left = left.stream().flatMap(b -> b.without(gone).stream()).toList();
        return new AddressSet(left);
    }

    /** Those of one family. */
    public AddressSet of(boolean ipv6) {
        return new AddressSet(blocks.stream().filter(b -> b.ipv6() == ipv6).toList());
    }

    public boolean contains(AddressBlock block) {
        return AddressSet.of(block).without(this).isEmpty();
    }

    public String text() {
        return blocks.stream().map(AddressBlock::text).collect(Collectors.joining(", "));
    }
}
