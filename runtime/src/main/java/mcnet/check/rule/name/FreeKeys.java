package mcnet.check.rule.name;

import java.util.Arrays;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.FreeKey;
import mcnet.product.Product;
import mcnet.schema.ServerKeys;

/**
 * Keys under {@code lxd} that no release knows refuse the whole object ({@code lxd/network/driver_common.go validate}); a
 * later release may know them, so only a plan can refuse.
 */
public final class FreeKeys implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().each(declaration -> FreeKey.of(declaration).stream()
                .filter(k -> Arrays.stream(Product.values())
                        .noneMatch(p -> ServerKeys.has(p.word(), k.keys().section(), k.key())))
                .forEach(k -> report.accept(Diagnostic
                        .warning("MC0466", k.keys().plural() + " have no key " + k.key(), new Label(k.span(), ""))
                        .why("no release up to LXD 6.9 and Incus 7.3 has it, and a server refuses the whole"
                                + " object because of one unknown key")
                        .fix("correct the key, or write your own keys under user { }"))));
    }
}
