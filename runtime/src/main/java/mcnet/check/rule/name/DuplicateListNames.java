package mcnet.check.rule.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;

/** What is named in a list is named once (LXD refuses it of ACLs: {@code lxd/network/acl/acl_load.go Exists}). */
public final class DuplicateListNames implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().each(d -> d.settings().values().forEach(setting -> {
            if (!(setting.value() instanceof Value.Many(List<Value> values, var _)))
                return;
            Set<String> seen = new HashSet<>();
            for (Value value : values)
                if (value instanceof Value.Reference && !seen.add(value.text()))
                    report.accept(Diagnostic.error("MC0365", "duplicate " + value.text(),
                            new Label(value.span(), ""))
                            .why("the server refuses an ACL that is listed twice").fix("remove one of them"));
        }));
    }
}
