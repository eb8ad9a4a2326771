package mcnet.module;

import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Setting;

/** Where members serve zones, the server's {@code core.dns_address} of each: looked at, never set. */
public final class NameServers {
    private static final String KEY = "core.dns_address";

    private NameServers() {}

    /** One error for each member that does not listen where the file says. */
    public static List<Diagnostic> deaf(Situation now) {
        return now.program().all("member").flatMap(member -> member.setting("dns.address").stream()
                .flatMap(said -> deaf(member, said, now))).toList();
    }

    private static Stream<Diagnostic> deaf(Declaration member, Setting said, Situation now) {
        String wanted = said.value().text();
        String held = now.seen().member(member.name(), "/1.0").value().path("config").path(KEY).asText();
        if (held.equals(wanted)) return Stream.empty();
        return Stream.of(Diagnostic
                .error("MC0747", member.title() + " has no name server on " + wanted, new Label(said.span(), ""))
                .why(KEY + " is " + (held.isEmpty() ? "not set" : "\"" + held + "\"")
                        + " there; it is the server's own setting, which mcnet looks at and does not change")
                .fix("run: lxc config set " + KEY + " " + wanted + " --target " + member.name()));
    }
}
