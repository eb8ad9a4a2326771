package mcnet.planner.rule;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.server.Servers;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.model.Statement.Rule;
import mcnet.module.PlanningContext;
import mcnet.product.AssumedServer;
import mcnet.product.Server;

/** Whether {@code check} judged the file by servers like those of the cluster. */
public final class DeclaredProduct {
    private DeclaredProduct() {}

    public static List<Diagnostic> check(PlanningContext now) {
        return now.program().all(KindName.CLUSTER).flatMap(cluster -> check(cluster, now).stream()).toList();
    }

    private static Optional<Diagnostic> check(Declaration cluster, PlanningContext now) {
        Optional<Setting> said = cluster.setting("server");
        AssumedServer assumed = said.map(s -> AssumedServer.named(s.value().text())).orElse(AssumedServer.LXD);
        return Servers.all(now).stream().filter(server -> server.product().isPresent())
                .filter(server -> said.isPresent()
                        ? !assumed.isLike(server)
                        : !assumed.ordersRulesLike(server) && hasRules(now.program()))
                .findFirst().map(server -> error(server, said.isPresent()
                        ? new Label(said.get().span(), "the file's")
                        : new Label(cluster.span(), "it does not say which server it has")));
    }

    private static boolean hasRules(Program program) {
        return !program.expectations().isEmpty()
                || program.all(KindName.ACL).anyMatch(acl -> acl.statements(Rule.class).findAny().isPresent());
    }

    private static Diagnostic error(Server server, Label label) {
        return Diagnostic.error("MC0776", server.member() + " runs " + server.title(), label)
                .why("check judged the file by another server, and some rules differ, such as the precedence of rules"
                        + " of an ACL")
                .fix("write server = " + AssumedServer.like(server).word() + " in the cluster, and run mcnet check");
    }
}
