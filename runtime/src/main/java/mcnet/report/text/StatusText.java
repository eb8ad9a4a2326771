package mcnet.report.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.diagnostic.ControlCharacters;
import mcnet.report.terminal.TerminalText;
import mcnet.status.Status;

/** Two small tables: networks, members. */
public final class StatusText {
    private StatusText() {}

    public static TerminalText of(Status status) {
        return TerminalText.lines(AsciiTable.getTable(AsciiTable.NO_BORDERS, status.networks(),
                List.of(column("NETWORK", Status.NetworkLine::name), column("OUTSIDE", Status.NetworkLine::outside),
                        column("GATEWAY", Status.NetworkLine::gateway), column("NEXT", Status.NetworkLine::next),
                        column("CREATED ON", Status.NetworkLine::created)))
                + "\n\n"
                + AsciiTable.getTable(AsciiTable.NO_BORDERS, status.members(),
                        List.of(column("MEMBER", Status.MemberLine::name), column("STATE", Status.MemberLine::state),
                                column("OVN-CONTROLLER", Status.MemberLine::controller),
                                column("TUNNELS", Status.MemberLine::tunnels),
                                column("ENCAP", Status.MemberLine::encap),
                                column("UPLINK BRIDGES", Status.MemberLine::bridges)))
                + "\n" + status.notes().stream().map(n -> "\n " + n + "\n").collect(Collectors.joining()));
    }

    private static <T> com.github.freva.asciitable.ColumnData<T> column(String header, Function<T, String> value) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT)
                .maxWidth(60).with(row -> ControlCharacters.escaped(value.apply(row)));
    }
}
