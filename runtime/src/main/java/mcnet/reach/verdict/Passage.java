package mcnet.reach.verdict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcnet.reach.packet.PacketSet;

/**
 * A way from one party to another, in the headers that the sender writes.
 *
 * @param carried the packets that take it
 * @param certain those that surely arrive
 * @param possible those that may; the rest surely does not
 * @param stages its hops
 * @param reasons why not everything is certain
 */
public record Passage(PacketSet carried, PacketSet certain, PacketSet possible, List<Stage> stages,
        Set<String> reasons) {

    /** One that may carry anything, and nobody knows. */
    static Passage unknown(PacketSet packets, String why) {
        return new Passage(packets, PacketSet.NONE, packets, List.of(), Set.of(why));
    }

    /** Nothing of it is certain. */
    Passage doubtful(String why) {
        Set<String> all = new LinkedHashSet<>(reasons);
        all.add(why);
        return new Passage(carried, PacketSet.NONE, possible, stages, all);
    }
}
