package mcnet.schema;

import java.nio.file.Path;
import java.util.List;
import mcnet.module.loading.UserModules;

/** The kinds that the shipped modules declare, read from their sources. */
public final class TestIndex {
    public static final Index INDEX = Index.of(UserModules
            .load(Path.of("../modules"), Path.of("target/modules"), Index.of(List.of())).modules().orElseThrow()
            .kinds());

    private TestIndex() {}
}
