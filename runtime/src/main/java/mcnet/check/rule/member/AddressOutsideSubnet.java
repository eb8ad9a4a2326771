package mcnet.check.rule.member;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Value;

/** A member's address lies in the network that its cluster says. */
public final class AddressOutsideSubnet implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Declaration cluster : facts.program().ofKind(KindName.CLUSTER).toList())
            for (Value.Subnet subnet : ListSettings.of(cluster, "subnet", Value.Subnet.class))
                cluster.nested(KindName.MEMBER).flatMap(m -> m.setting("address").stream()).map(s -> s.value())
                        .filter(Value.Address.class::isInstance).map(Value.Address.class::cast)
                        .filter(a -> !AddressSpace.of(subnet).contains(a.address()))
                        .forEach(a -> report.accept(outside(a, subnet)));
    }

    private static Diagnostic outside(Value.Address address, Value.Subnet subnet) {
        return Diagnostic.error("MC0390", address.text() + " is outside of " + subnet.text(),
                new Label(address.span(), ""), new Label(subnet.span(), "the network of the members"))
                .why("the cluster declares the subnet of its members' addresses")
                .fix("correct the address, or the subnet");
    }
}
