package mcnet.language.lower;

import java.util.ArrayList;
import java.util.List;
import mcnet.model.Ports;
import mcnet.model.Traffic;

/** Ports as they are behind a forward, for the part of its traffic that a flow is about. */
final class ForwardedPorts {
    private ForwardedPorts() {}

    /**
     * @param outside what the forward takes
     * @param inside the ports it leads to; empty: the same
     * @param desired what the flow is about; empty: everything
     */
    static List<Traffic> of(Traffic outside, List<Ports> inside, List<Traffic> desired) {
        List<Integer> from = each(outside.ports());
        List<Integer> to = inside.isEmpty() ? from : each(inside);
        List<Ports> ports = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            int port = from.get(i);
            if (desired.isEmpty() || desired.stream().anyMatch(w -> admits(w, outside, port)))
                add(ports, to.size() == 1 ? to.getFirst() : to.get(i), outside);
        }
        return ports.isEmpty()
                ? List.of()
                : List.of(new Traffic(outside.protocol(), ports, outside.type(), outside.code(), outside.span()));
    }

    private static boolean admits(Traffic desired, Traffic outside, int port) {
        return desired.protocol() == outside.protocol()
                && (desired.ports().isEmpty()
                        || desired.ports().stream().anyMatch(p -> p.first() <= port && port <= p.last()));
    }

    /** Neighbours become a range. */
    private static void add(List<Ports> ports, int port, Traffic outside) {
        Ports last = ports.isEmpty() ? null : ports.getLast();
        if (last != null && last.first() <= port && port <= last.last()) return;
        if (last != null && last.last() + 1 == port)
            ports.set(ports.size() - 1, new Ports(last.first(), port, last.span()));
        else
            ports.add(new Ports(port, port, outside.span()));
    }

    private static List<Integer> each(List<Ports> ports) {
        List<Integer> all = new ArrayList<>();
        for (Ports p : ports)
            for (int i = p.first(); i <= p.last(); i++) all.add(i);
        return all;
    }
}
