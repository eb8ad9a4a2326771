package mcnet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Setting;

/** Two members never share an address, neither to connect to nor at the end of tunnels. */
final class DistinctAddresses implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (String path : List.of("address", "underlay")) {
            Map<String, Declaration> first = new HashMap<>();
            for (Declaration member : facts.members()) {
                Setting setting = member.setting(path).orElse(null);
                Declaration other = setting == null ? null : first.putIfAbsent(setting.value().text(), member);
                if (other != null)
                    report.accept(Diagnostic.error("MC0305", member.title() + " and " + other.title()
                            + " have the same " + (path.equals("underlay") ? "tunnel address" : path),
                            new Label(setting.span(), "again here"),
                            new Label(other.setting(path).get().span(), "first here"))
                            .why(path.equals("address")
                                    ? "one of the two would never be reached"
                                    : "packets for one would end at the other")
                            .fix("give each member its own"));
            }
        }
    }
}
