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
            report.accept(Diagnostic.error("MC0370", "no acl can be called `" + name + "`",
                    new Label(flow.span(), "makes it"), new Label(network.declaration().span(), ""))
                    .why("flows are an acl of the network's name; such names have 1 to 63 letters, digits and dashes")
                    .fix("call the network otherwise, or write the rules as an acl"));
        facts.acls().stream().filter(a -> a.project().equals(network.project()) && a.declaration().name().equals(name))
                .findFirst().map(AclView::declaration).ifPresent(acl -> report.accept(clash(name, acl, flow, network)));
    }

    private static Diagnostic clash(String name, Declaration acl, Flow flow, NetworkView network) {
        return Diagnostic
                .error("MC0371", "acl " + name + " is the one that flows make", new Label(acl.span(), "declared here"),
                        new Label(flow.span(), "makes one for " + network.title()))
                .why("the flows of a network are an acl of their own, and a name belongs to one")
                .fix("give the declared one another name");
    }
}
