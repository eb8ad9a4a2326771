package mcnet.check.rule.acl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import mcnet.check.Rule;
import mcnet.check.view.AclView;
import mcnet.check.view.FlowNetworks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Flow;

/** The ACL that a network's flows make has a name that the server takes, and that no other ACL has. */
public final class FlowAclNames implements Rule {
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<NetworkView, Flow> first = new LinkedHashMap<>();
        for (Flow flow : facts.program().flows())
            FlowNetworks.by(flow, facts).forEach(n -> first.putIfAbsent(n, flow));
        first.forEach((network, flow) -> check(network, flow, facts, report));
    }

    private static void check(NetworkView network, Flow flow, ProgramView facts, Consumer<Diagnostic> report) {
        String name = network.declaration().name() + "-flows";
        if (!LABEL.matcher(name).matches())
            report.accept(Diagnostic.error("MC0370", "invalid name for an acl: `" + name + "`",
                    new Label(flow.span(), "needs this acl"), new Label(network.declaration().span(), ""))
                    .why("mcnet puts the flows of a network into an acl called \"" + name + "\"; names of acls"
                            + " have 1 to 63 letters, digits and dashes")
                    .fix("rename the network, or write the rules as an acl"));
        facts.acls().stream().filter(a -> a.project().equals(network.project()) && a.declaration().name().equals(name))
                .findFirst().map(AclView::declaration).ifPresent(acl -> report.accept(clash(name, acl, flow, network)));
    }

    private static Diagnostic clash(String name, Declaration acl, Flow flow, NetworkView network) {
        return Diagnostic
                .error("MC0371", "duplicate acl " + name + ": the flows of " + network.title() + " need this"
                        + " name", new Label(acl.span(), "declared here"),
                        new Label(flow.span(), "this flow needs it for " + network.title()))
                .why("mcnet puts the flows of a network into an acl of this name, and names of acls are unique")
                .fix("rename the declared acl");
    }
}
