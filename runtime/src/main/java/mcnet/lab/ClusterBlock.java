package mcnet.lab;

import java.nio.file.Path;
import java.util.List;

/** The {@code cluster} block of a lab, to begin a {@code .mcnet} file with. */
final class ClusterBlock {

    private ClusterBlock() {}

    static String of(String name, MemberSource source, List<LabMember> members, Path identity, Path knownHosts) {
        StringBuilder block = new StringBuilder();
        block.append("cluster ").append(name).append(" {\n");
        if (source instanceof MemberSource.Server(var server) && !source.equals(MemberSource.DEFAULT))
            block.append("  server = ").append(server.name()).append("\n");
        block.append("  ssh {\n    user        = \"root\"\n");
        block.append("    identity    = \"").append(identity).append("\"\n");
        block.append("    known_hosts = \"").append(knownHosts).append("\"\n  }\n");
        for (LabMember member : members)
            block.append("  member ").append(member.name()).append(" { address = ").append(member.management())
                    .append("  underlay = ").append(member.underlay()).append(" }\n");
        return block.append("}\n").toString();
    }
}
