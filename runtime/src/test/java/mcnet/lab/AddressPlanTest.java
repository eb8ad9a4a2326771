package mcnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressPlanTest {

    @Test
    void theDefaultLabHasTheAddressesThatTheManualShows() {
        AddressPlan plan = new AddressPlan(AddressPlan.DEFAULT);
        assertEquals(List.of(new LabMember("micro1", "10.77.0.1", "10.88.0.1", "eth0"),
                new LabMember("micro2", "10.77.0.2", "10.88.0.2", "eth0"),
                new LabMember("micro3", "10.77.0.3", "10.88.0.3", "enp5s0")), plan.members(3));
        assertEquals("198.51.100.0/24", plan.uplink().subnet());
        assertEquals("198.51.100.1", plan.uplink().gateway());
        assertEquals("2001:db8::/64", plan.uplink6().subnet());
        assertEquals("2001:db8::1", plan.uplink6().gateway());
    }

    @Test
    void aNamedLabHasRangesOfItsOwn() {
        AddressPlan plan = new AddressPlan(7);
        assertEquals("10.77.7.0/24", plan.management().subnet());
        assertEquals("10.88.7.0/24", plan.underlay().subnet());
        assertEquals("198.18.7.0/24", plan.uplink().subnet());
        assertEquals("2001:db8:7::/64", plan.uplink6().subnet());
    }

    @Test
    void noMemberHasTheHostsAddress() {
        AddressPlan plan = new AddressPlan(AddressPlan.LAST);
        for (LabMember member : plan.members(LabSpec.MOST_MEMBERS)) {
            assertFalse(member.management().equals(plan.management().gateway()));
            assertFalse(member.underlay().equals(plan.underlay().gateway()));
            assertFalse(plan.reservedUplink(member).equals(plan.uplink().gateway()));
        }
    }

    @Test
    void theFirstFreeNumberIsTaken() {
        assertEquals(OptionalInt.of(1), AddressPlan.firstFree(List.of()));
        assertEquals(OptionalInt.of(2), AddressPlan.firstFree(List.of(0, 1, 3)));
        assertEquals(OptionalInt.empty(), AddressPlan.firstFree(IntStream.rangeClosed(0, 254).boxed().toList()));
    }
}
