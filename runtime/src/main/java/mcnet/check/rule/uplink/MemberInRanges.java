package mcnet.check.rule.uplink;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/** A member's address is taken: LXD does not look before it hands it out. */
public final class MemberInRanges implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Declaration member : facts.members())
            for (String path : List.of("address", "underlay"))
                member.setting(path).filter(s -> s.value() instanceof Value.Address)
                        .ifPresent(s -> check(facts, member, (Value.Address) s.value(), report));
    }

    private static void check(ProgramView facts, Declaration member, Value.Address address,
            Consumer<Diagnostic> report) {
        Family family = address.address().isIPv4() ? Family.IPV4 : Family.IPV6;
        for (UplinkView uplink : facts.uplinks())
            uplink.ranges(family).stream().filter(r -> r.range().contains(address.address()))
                    .forEach(r -> report.accept(Diagnostic.error("MC0323", "the range contains the address of "
                            + member.title(), new Label(r.span(), ""), new Label(address.span(), "the member"))
                            .why("the server would assign the address to a router, and both would answer for it")
                            .fix("leave " + address.text() + " out of the range")));
    }
}
