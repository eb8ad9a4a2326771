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
 */
public record ReachMatrix(Reachability reach, List<String> rows, List<String> columns,
        List<List<Cell>> cells) {

    /**
     * One sender and one receiver; how they answer is asked again when it is shown.
     *
     * @param verdict by addresses, or where nothing arrives so, by forwards
     * @param text what arrives: {@code all}, {@code tcp 80, 443}, {@code -} for nothing, {@code ?} where it is not known;
     *        empty: both are outside of the networks, and nothing is asked
     */
    public record Cell(String from, String to, ReachVerdict verdict, String text, List<Party> senders,
            List<Party> receivers) {
        /** More sorts of packets than that are not listed. */
        private static final int MOST = 4;

        static Cell of(String from, String to, List<Party> senders, List<Party> receivers, List<PairAnswer> pairs) {
            List<PairAnswer> direct = pairs.stream().filter(p -> !isForwarded(p)).toList();
            ReachVerdict verdict = ReachVerdict.of(direct);
            return new Cell(from, to, verdict == ReachVerdict.NO ? ReachVerdict.of(pairs) : verdict,
                    text(verdict, direct, pairs), senders, receivers);
        }

        private static String text(ReachVerdict verdict, List<PairAnswer> direct, List<PairAnswer> pairs) {
            List<String> all = new ArrayList<>();
            switch (verdict) {
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
            return String.join(", ", kinds.subList(0, Math.min(MOST, kinds.size())))
                    + (kinds.size() > MOST ? ", …" : "");
        }

        /** Something is asked, and something may arrive. */
        public boolean isShown() {
            return verdict != ReachVerdict.NO && !text.isEmpty();
        }
    }

    public static ReachMatrix of(Reachability reach) {
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
            receivers.forEach((to, targets) -> row.add(cell(from, sources, to, targets, reach)));
            cells.add(row);
        });
        return new ReachMatrix(reach, List.copyOf(senders.keySet()), List.copyOf(receivers.keySet()), cells);
    }

    /** Between hosts outside of the networks nothing is asked. */
    private static Cell cell(String from, List<Party> sources, String to, List<Party> targets,
            Reachability reach) {
        boolean outside = sources.stream().allMatch(p -> p instanceof Party.Outside)
                && targets.stream().allMatch(p -> p instanceof Party.Outside);
        return outside
                ? new Cell(from, to, ReachVerdict.UNKNOWN, "", sources, targets)
                : Cell.of(from, to, sources, targets, reach.answers(sources, targets, PacketSet.ALL));
    }

    /** A cell with examples. */
    public ReachAnswer answer(Cell cell) {
        return ReachAnswer.of(cell.from, cell.to, "",
                reach.answers(cell.senders, cell.receivers, PacketSet.ALL), reach);
    }
}
