package mcnet.planner.rule;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.server.Servers;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.product.Product;
import mcnet.product.Server;

/** Whether the servers are of the product that the file says, by which {@code check} judged it. */
public final class DeclaredProduct {
    private DeclaredProduct() {}

    public static List<Diagnostic> check(PlanningContext now) {
        return now.program().all(KindName.CLUSTER).flatMap(cluster -> cluster.setting("server").stream())
                .flatMap(said -> Servers.all(now).stream().filter(server -> server.product().isPresent())
                        .filter(server -> !server.product().equals(Product.named(said.value().text())))
                        .limit(1).map(server -> error(server, new Label(said.span(), "the file's"))))
                .toList();
    }

    private static Diagnostic error(Server server, Label label) {
        Product actual = server.product().orElseThrow();
        return Diagnostic.error("MC0776", server.member() + " runs " + server.title(), label)
                .why("check judged the file by what the other product does, and some rules differ, such as the"
                        + " precedence of rules of an ACL")
                .fix("write server = " + actual.word() + ", and run mcnet check");
    }
}
