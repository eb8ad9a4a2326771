package mcnet.reach.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses of both families, as blocks that lie apart. */
public record AddressBlocks(List<AddressBlock> blocks) {
    public static final AddressBlocks NONE = new AddressBlocks(List.of());
    public static final AddressBlocks ALL = new AddressBlocks(List.of(AddressBlock.IPV4, AddressBlock.IPV6));

    public AddressBlocks {
        blocks = List.copyOf(blocks);
    }

    public static AddressBlocks of(AddressBlock block) {
        return new AddressBlocks(List.of(block));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    public AddressBlocks union(AddressBlocks other) {
        List<AddressBlock> all = new ArrayList<>(blocks);
        all.addAll(other.without(this).blocks);
        return new AddressBlocks(all);
    }

    public AddressBlocks intersection(AddressBlocks other) {
        List<AddressBlock> all = new ArrayList<>();
        for (AddressBlock one : blocks)
            for (AddressBlock two : other.blocks) one.intersection(two).ifPresent(all::add);
        return new AddressBlocks(all);
    }

    public AddressBlocks without(AddressBlocks other) {
        List<AddressBlock> left = blocks;
        for (AddressBlock gone : other.blocks) left = left.stream().flatMap(b -> b.without(gone).stream()).toList();
        return new AddressBlocks(left);
    }

    /** Those of one family. */
    public AddressBlocks of(boolean ipv6) {
        return new AddressBlocks(blocks.stream().filter(b -> b.ipv6() == ipv6).toList());
    }

    public boolean contains(AddressBlock block) {
        return AddressBlocks.of(block).without(this).isEmpty();
    }

    public String text() {
        return blocks.stream().map(AddressBlock::text).collect(Collectors.joining(", "));
    }
}
