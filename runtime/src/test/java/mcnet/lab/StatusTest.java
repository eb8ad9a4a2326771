package mcnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final List<LabMember> MEMBERS = new AddressPlan(AddressPlan.DEFAULT).members(3);

    @Test
    void readsWhatAMemberSays() {
        assertEquals(new MemberStatus(MEMBERS.getFirst(), true, "Online", true, true, "10.77.0.1", 2, 1),
                MemberStatus.parse(MEMBERS.getFirst(),
                        "server=Online\novs=up\novn=connected\nencap=10.77.0.1\ntunnels=2\ntunnels-up=1\n"));
        assertEquals(new MemberStatus(MEMBERS.getFirst(), true, "", false, false, "", 0, 0),
                MemberStatus.parse(MEMBERS.getFirst(), "server=\novs=\novn=\nencap=\ntunnels=0\ntunnels-up=0\n"));
    }

    @Test
    void showsATable() {
        assertEquals("""
                 MEMBER  MANAGEMENT  UNDERLAY   UPLINK  SERVER   OVS   OVN   TUNNELS
                 micro1  10.77.0.1   10.88.0.1  eth0    online   up    up    2 from 10.88.0.1, 2 seen up
                 micro2  10.77.0.2   10.88.0.2  eth0    down     up    down  2 from 10.77.0.2
                 micro3  10.77.0.3   10.88.0.3  enp5s0  stopped  down  down
                """, StatusTable.of(List.of(new MemberStatus(MEMBERS.get(0), true, "Online", true, true, "10.88.0.1",
                2, 2), new MemberStatus(MEMBERS.get(1), true, "", true, false, "10.77.0.2", 2, 0),
                new MemberStatus(MEMBERS.get(2), false, "", false, false, "", 0, 0))));
    }
}
