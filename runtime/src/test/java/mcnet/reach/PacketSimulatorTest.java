package mcnet.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.generated.Property;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.model.Ip;
import mcnet.model.Program;
import mcnet.reach.PacketSimulator.Kind;
import mcnet.reach.PacketSimulator.SimulatedHost;
import mcnet.reach.PacketSimulator.SinglePacket;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.Packet;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.verdict.PairAnswer;
import mcnet.reach.verdict.Party;
import mcnet.reach.verdict.Reachability;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;

/**
 * Sets of packets and single packets agree: what is certain arrives under all circumstances, what is impossible under
 * none, and where circumstances change nothing there is no doubt.
 */
class PacketSimulatorTest {
    private static final long SEED = Long.getLong("seed", 20261127);
    private static final int ROUNDS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 100_000 : 300);
    private int packets;
    private int doubtful;

    @Test
    void setsAndSinglePacketsAgree() {
        Property.holds(SEED, ROUNDS, SimulatedProgram::text, this::check);
        System.out.println("setsAndSinglePacketsAgree: -Dseed=" + SEED + ", " + ROUNDS + " programs, " + packets
                + " packets, " + doubtful + " of them in doubt");
        assertTrue(packets > 100L * ROUNDS / 2);
        assertTrue(doubtful < packets / 10, doubtful + " of " + packets);
    }

    private void check(String text) {
        CompiledPrograms compiled = Compiler.compile(List.of(new Source("small.mcnet", text)), TestIndex.INDEX);
        assertEquals(List.of(), compiled.diagnostics().stream().filter(Diagnostic::isError).toList());
        Program program = compiled.perCluster().getFirst().program();
        PacketSimulator simulator = new PacketSimulator(program);
        Reachability reach = Reachability.of(program);
        List<Party> sources = reach.parties().any(false);
        List<Party> targets = reach.parties().any(true);
        for (Party from : sources)
            for (Party to : targets) {
                if (from instanceof Party.Outside && to instanceof Party.Outside) continue;
                PairAnswer answer = reach.answer(from, to, PacketSet.ALL);
                PacketSet certain = answer.certain();
                PacketSet possible = answer.possible();
                for (IPAddress source : addresses(from, program))
                    for (IPAddress destination : addresses(to, program))
                        if (source.isIPv4() == destination.isIPv4() && !source.equals(destination)
                                && !isFree(from, source) && !isFree(to, destination))
                            for (SinglePacket packet : packets(source, destination))
                                check(packet, simulator, from, answer, certain, possible);
            }
    }

    /** The instance has no fixed address of this family: any host may have this one. */
    private static boolean isFree(Party party, IPAddress address) {
        return party.title().startsWith("instance") && address.isIPv6();
    }

    private void check(SinglePacket packet, PacketSimulator simulator, Party from, PairAnswer answer, PacketSet certain,
            PacketSet possible) {
        PacketSet alone = alone(packet);
        if (!answer.asked().overlaps(alone)) return;
        packets++;
        int all = simulator.circumstances().size();
        long times = simulator.circumstances().stream().filter(c -> simulator.arrives(packet, c)).count();
        String what = packet + " arrives in " + times + " of " + all + " circumstances";
        if (certain.overlaps(alone)) assertEquals(all, times, what);
        else if (!possible.overlaps(alone)) assertEquals(0, times, what);
        else {
            doubtful++;
            assertFalse(isPlain(packet, simulator, from) && (times == 0 || times == all),
                    what + ", and is in doubt");
        }
    }

    /** Nothing is unknown between networks, but for addresses outside and protocols of default targets. */
    private static boolean isPlain(SinglePacket packet, PacketSimulator simulator, Party from) {
        SimulatedHost source = simulator.host(packet.source());
        SimulatedHost target = simulator.host(packet.destination());
        if (source.network() == null)
            return target.network() != null && !(from instanceof Party.Outside o
                    && o.segment().isPresent());
        return source.network() != target.network() && target.network() != null;
    }

    private static PacketSet alone(SinglePacket packet) {
        return new Packet(AddressBlock.of(packet.source()), AddressBlock.of(packet.destination()),
                packet.kind().ordinal(), packet.from(), packet.to()).alone();
    }

    private static List<IPAddress> addresses(Party party, Program program) {
        Stream<String> all = Stream.of("10.42.0.2", "10.42.0.3", "10.42.0.4", "10.42.1.2", "10.42.1.3", "10.42.1.6",
                "10.42.2.2", "10.42.2.4", "198.51.100.2", "198.51.100.9", "198.18.0.1", "172.16.0.1", "198.51.100.210",
                "198.51.100.211", "198.51.100.212", "2001:db8:42:0::2", "2001:db8:42:1::2", "2001:db8:42:2::9",
                "2001:db8::77", "2620:1::1");
        return all.map(Ip::read).filter(a -> party.has(AddressBlock.of(a))).toList();
    }

    private static List<SinglePacket> packets(IPAddress source, IPAddress destination) {
        List<SinglePacket> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.TCP, Kind.UDP))
            for (int from : new int[]{1000, 1002})
                for (int to : new int[]{79, 80, 81, 82, 83})
                    all.add(new SinglePacket(source, destination, kind, from, to));
        for (int type : new int[]{0, 8, 255}) all.add(new SinglePacket(source, destination, Kind.ICMP, type, 0));
        all.add(new SinglePacket(source, destination, Kind.OTHER, 0, 0));
        return all;
    }
}
