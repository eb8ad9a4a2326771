package mcnet.check.rule.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;

/**
 * Two members never share an address, neither at the end of tunnels nor to connect to: but for ports of their own there, as
 * where a router forwards them.
 */
public final class DuplicateAddresses implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (String path : List.of("address", "underlay")) {
            Map<String, Declaration> first = new HashMap<>();
            for (Declaration member : facts.members()) {
                Setting setting = member.setting(path).orElse(null);
                String port = path.equals("address") ? port(member, facts) : "";
                Declaration other = setting == null
                        ? null
                        : first.putIfAbsent(setting.value().text() + " " + port, member);
                if (other != null)
                    report.accept(Diagnostic.error("MC0305", member.title() + " and " + other.title()
                            + " have the same " + (path.equals("underlay") ? "tunnel address" : path),
                            new Label(setting.span(), "again here"),
                            new Label(other.setting(path).get().span(), "first here"))
                            .why(path.equals("address")
                                    ? "one of the two would never be reached"
                                    : "packets for one would end at the other")
                            .fix(path.equals("address")
                                    ? "give each member its own address, or its own port: ssh { port = … }"
                                    : "give each member its own address"));
            }
        }
    }

    /** What the member says, else its cluster. */
    private static String port(Declaration member, ProgramView facts) {
        return Stream.concat(Stream.of(member), facts.program().ofKind(KindName.CLUSTER).limit(1))
                .flatMap(d -> d.nested().stream().filter(n -> n.kind().name().equals(KindName.SSH)).limit(1))
                .flatMap(ssh -> ssh.setting("port").stream()).findFirst().map(s -> s.value().text()).orElse("22");
    }
}
