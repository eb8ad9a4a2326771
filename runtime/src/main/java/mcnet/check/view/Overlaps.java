package mcnet.check.view;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import mcnet.model.Value;

/**
 * Which of many networks overlap, found in one walk along the address space instead of by trying all pairs: two networks
 * lie apart or one within the other, so those that are open where another begins are those that overlap it.
 */
public final class Overlaps {
    private Overlaps() {}

    /**
     * Two that overlap, by their places in the list.
     *
     * @param other stands before {@code one}
     */
    public record Pair(int one, int other) {}

    private record Stretch(int place, BigInteger first, BigInteger last) {}

    /** All pairs, in the order of the list. */
    public static List<Pair> of(List<Value.Interface> addresses) {
        List<Stretch> along = IntStream.range(0, addresses.size()).mapToObj(i -> stretch(i, addresses.get(i)))
                .sorted(Comparator.comparing(Stretch::first).thenComparing(Stretch::last, Comparator.reverseOrder()))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        Deque<Stretch> open = new ArrayDeque<>();
        for (Stretch each : along) {
            while (!open.isEmpty() && open.peek().last.compareTo(each.first) < 0) open.pop();
            for (Stretch around : open)
                pairs.add(new Pair(Math.max(each.place, around.place), Math.min(each.place, around.place)));
            open.push(each);
        }
        pairs.sort(Comparator.comparingInt(Pair::one).thenComparingInt(Pair::other));
        return pairs;
    }

    private static Stretch stretch(int place, Value.Interface address) {
        var space = AddressSpace.of(address);
        return new Stretch(place, space.getLower().getValue(), space.getUpper().getValue());
    }
}
