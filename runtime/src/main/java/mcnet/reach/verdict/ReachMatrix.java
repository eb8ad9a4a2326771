package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import mcnet.reach.packet.BoxText;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.topology.ListenAddress;
import mcnet.reach.topology.RoutedNetwork;
import mcnet.reach.topology.UplinkSegment;

/**
 * Every network, uplink and the internet against every one. A network is reached by its addresses and by its forwards.
 *
 * @param kinds as the question says them; empty: everything
 */
public record ReachMatrix(Reachability reach, String kinds, List<String> rows, List<String> columns,
        List<List<Cell>> cells) {

    /**
     * One sender and one receiver.
     *
     * @param pairs none: both are outside of the networks, and nothing is asked
     */
    public record Cell(String from, String to, List<PairAnswer> pairs) {
        /** More sorts of packets than that are not listed. */
        private static final int MOST = 4;

        /** By addresses, whatever forwards add. */
        public ReachVerdict verdict() {
            ReachVerdict direct = ReachVerdict.of(pairs.stream().filter(p -> !isForwarded(p)).toList());
            return direct == ReachVerdict.NO ? ReachVerdict.of(pairs) : direct;
        }

        /** What arrives: {@code all}, {@code tcp 80, 443}, {@code -} for nothing and {@code ?} where it is not known. */
        public String text() {
            List<String> all = new ArrayList<>();
            List<PairAnswer> direct = pairs.stream().filter(p -> !isForwarded(p)).toList();
            switch (ReachVerdict.of(direct)) {
                case YES -> all.add("all");
                case NO -> {}
                case UNKNOWN -> all.add("?");
                case PARTLY -> all.add(kinds(direct));
            }
            for (PairAnswer pair : pairs)
                if (isForwarded(pair) && !pair.isNone())
                    all.add((pair.certain().isEmpty() ? "?" : kinds(List.of(pair))) + " by " + pair.to().title());
            return all.isEmpty() ? "-" : String.join("; ", all);
        }

        private static boolean isForwarded(PairAnswer pair) {
            return pair.to() instanceof Party.Listener;
        }

        private static String kinds(List<PairAnswer> pairs) {
            PacketSet all = PacketSet.NONE;
            for (PairAnswer pair : pairs) all = all.union(pair.certain());
            List<String> kinds = BoxText.kinds(all);
            return String.join(", ", kinds.subList(0, Math.min(MOST, kinds.size()))) + (kinds.size() > MOST ? ", …" : "");
        }
    }

    public static ReachMatrix of(Reachability reach, String said, PacketSet kinds) {
        SequencedMap<String, List<Party>> senders = new LinkedHashMap<>();
        SequencedMap<String, List<Party>> receivers = new LinkedHashMap<>();
        for (RoutedNetwork network : reach.topology().all()) {
            senders.put(network.key(), reach.parties().hosts(network));
            List<Party> all = new ArrayList<>(reach.parties().hosts(network));
            for (ListenAddress each : reach.topology().listeners())
                if (each.network().key().equals(network.key())) all.add(new Party.Listener(each));
            receivers.put(network.key(), all);
        }
        for (UplinkSegment uplink : reach.topology().uplinks().values()) {
            List<Party> segment = List.of(PartyReader.segment(uplink));
            senders.put(uplink.title(), segment);
            receivers.put(uplink.title(), segment);
        }
        senders.put("internet", List.of(reach.parties().internet()));
        receivers.put("internet", List.of(reach.parties().internet()));
        List<List<Cell>> cells = new ArrayList<>();
        senders.forEach((from, sources) -> {
            List<Cell> row = new ArrayList<>();
            receivers.forEach((to, targets) -> row.add(cell(from, sources, to, targets, kinds, reach)));
            cells.add(row);
        });
        return new ReachMatrix(reach, said, List.copyOf(senders.keySet()), List.copyOf(receivers.keySet()), cells);
    }

    /** Between hosts outside of the networks nothing is asked. */
    private static Cell cell(String from, List<Party> sources, String to, List<Party> targets, PacketSet kinds,
            Reachability reach) {
        boolean outside = sources.stream().allMatch(p -> p instanceof Party.Outside)
                && targets.stream().allMatch(p -> p instanceof Party.Outside);
        List<PairAnswer> pairs = outside ? List.of() : reach.answers(sources, targets, kinds);
        return new Cell(from, to, pairs);
    }

    /** A cell with examples. */
    public ReachAnswer answer(Cell cell) {
        return ReachAnswer.of(cell.from, cell.to, kinds, cell.pairs, reach);
    }
}
