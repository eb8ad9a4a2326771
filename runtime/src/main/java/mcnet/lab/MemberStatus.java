package mcnet.lab;

import com.github.dockerjava.api.exception.DockerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;

/**
 * What is known of a member.
 *
 * @param running its container runs
 * @param server what LXD or Incus says of it, {@code Online}; empty: it does not answer
 * @param ovs Open vSwitch answers
 * @param ovn ovn-controller is connected to OVN's database
 * @param encap the address that its tunnels start from
 * @param tunnels how many there are
 * @param tunnelsUp how many are seen to work; none is watched before there is an OVN network
 */
public record MemberStatus(LabMember member, boolean running, String server, boolean ovs, boolean ovn, String encap,
        int tunnels, int tunnelsUp) {

    static List<MemberStatus> of(Engine engine, LabLayout layout) {
        List<LabMember> running = new LabContainers(engine, layout).runningMembers();
        Members members = new Members(engine, layout);
        return ParallelMembers.map(layout.members(), member -> running.contains(member)
                ? asked(members, member)
                : down(member));
    }

    private static MemberStatus asked(Members members, LabMember member) {
        try {
            return parse(member, members.run(member, "status").stdout());
        } catch (DockerException | LabException e) {
            return down(member);
        }
    }

    private static MemberStatus down(LabMember member) {
        return new MemberStatus(member, false, "", false, false, "", 0, 0);
    }

    static MemberStatus parse(LabMember member, String answer) {
        Map<String, String> facts = new HashMap<>();
        answer.lines().filter(line -> line.contains("="))
                .forEach(
                        line -> facts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new MemberStatus(member, true, facts.getOrDefault("server", ""),
                facts.getOrDefault("ovs", "").equals("up"),
                facts.getOrDefault("ovn", "").equals("connected"), facts.getOrDefault("encap", ""),
                Integer.parseInt(facts.getOrDefault("tunnels", "0")),
                Integer.parseInt(facts.getOrDefault("tunnels-up", "0")));
    }
}
