package mcnet.lab;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The members of a lab as a table to read. */
final class StatusTable {

    private StatusTable() {}

    static String of(List<MemberStatus> members) {
        String table = AsciiTable.getTable(AsciiTable.NO_BORDERS, members, List.of(
                column("MEMBER", s -> s.member().name()),
                column("MANAGEMENT", s -> s.member().management()),
                column("UNDERLAY", s -> s.member().underlay()),
                column("UPLINK", s -> s.member().uplinkNic()),
                column("SERVER",
                        s -> !s.running() ? "stopped" : s.server().isEmpty() ? "down" : s.server().toLowerCase()),
                column("OVS", s -> s.ovs() ? "up" : "down"),
                column("OVN", s -> s.ovn() ? "up" : "down"),
                column("TUNNELS", StatusTable::tunnels)));
        return table.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String tunnels(MemberStatus status) {
        if (!status.ovs())
            return "";
        String watched = status.tunnelsUp() == 0 ? "" : ", " + status.tunnelsUp() + " seen up";
        return status.tunnels() + " from " + status.encap() + watched;
    }

    private static com.github.freva.asciitable.ColumnData<MemberStatus> column(String header,
            Function<MemberStatus, String> value) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT)
                .with(value);
    }
}
