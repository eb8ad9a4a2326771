package mcnet.check.rule.name;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;

/** To the server uplinks, bridges and networks are all networks, and a project has one of each name. */
public final class NetworkNamespace implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, Declaration> first = new HashMap<>();
        for (Declaration declaration : facts.program().declarations()) {
            if (!declaration.kind().server().collection().equals("networks")) continue;
            Declaration other = first.putIfAbsent(declaration.name(), declaration);
            if (other != null)
                report.accept(Diagnostic
                        .error("MC0304", declaration.title() + " and " + other.title() + " have the same name",
                                new Label(declaration.span(), ""), new Label(other.span(), ""))
                        .why("the server stores both as networks, and names of networks are unique")
                        .fix("rename one of them"));
        }
    }
}
