package mcnet.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Doubts;
import mcnet.model.Statement;

/** A default works only where at least one ACL is attached (language rule 5, lxd#18066); each direction has one. */
final class OtherwiseNeedsAcls implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Network network : facts.networks())
            if (network.declaration().statements(Statement.Otherwise.class).findAny().isPresent())
                check(network.declaration(), facts, flows(facts, network), report);
        facts.program().declarations().stream()
                .filter(d -> d.kind().name().equals("profile") || d.kind().name().equals("instance"))
                .flatMap(d -> d.nested("nic")).forEach(nic -> check(nic, facts, false, report));
    }

    /** A flow attaches an ACL of its own; so would one that could not be read and holds the network's name. */
    private static boolean flows(Facts facts, Network network) {
        Set<String> unread = facts.doubts().names();
        return unread.contains(network.declaration().name()) || unread.contains(Doubts.ALL)
                || facts.program().flows().stream().flatMap(f -> Touched.by(f, facts)).anyMatch(network::equals);
    }

    private static void check(Declaration declaration, Facts facts, boolean flows, Consumer<Diagnostic> report) {
        Set<Statement.Direction> said = new HashSet<>();
        declaration.statements(Statement.Otherwise.class).forEach(otherwise -> {
            if (!flows && facts.lacks(declaration, "acls"))
                report.accept(Diagnostic.error("MC0341", declaration.title() + " has a default and no acl",
                        new Label(otherwise.span(), ""), new Label(declaration.span(), "no acls"))
                        .why("the server looks at the default only where an acl is attached; without one all is allowed")
                        .fix("attach one: acls = [NAME]; an acl may be empty"));
            if (!said.add(otherwise.direction()))
                report.accept(Diagnostic.error("MC0342", "the default is said twice", new Label(otherwise.span(), ""),
                        new Label(declaration.span(), "")).why("each direction has one").fix("take one of them out"));
        });
    }
}
