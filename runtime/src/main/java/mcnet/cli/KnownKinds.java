package mcnet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.module.Module;
import mcnet.module.loading.Modules;
import mcnet.module.loading.UserModules;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;
import org.apache.commons.cli.CommandLine;

/**
 * Every kind that this run knows: the shipped ones, and those of the user's own modules. A module is code, so it is
 * loaded only from a folder that the user names, never because a checked-out file wants it.
 *
 * @param own the user's modules; empty where no folder is named or it cannot be used
 * @param problems what is wrong with the folder
 */
public record KnownKinds(Index index, Optional<UserModules> own, List<Diagnostic> problems) {
    private static final String FOLDER = "MCNET_MODULES";

    public static KnownKinds of(CommandLine line) {
        Index shipped = IndexFile.shipped();
        String folder = line.getOptionValue("modules", Optional.ofNullable(System.getenv(FOLDER)).orElse(""));
        if (folder.isEmpty()) return new KnownKinds(shipped, Optional.empty(), List.of());
        UserModules.Loaded loaded = UserModules.load(Path.of(folder), Cache.folder().resolve("modules"), shipped);
        List<Kind> kinds = new ArrayList<>(shipped.kinds().values());
        loaded.modules().ifPresent(own -> kinds.addAll(own.kinds()));
        return new KnownKinds(Index.of(kinds), loaded.modules(), loaded.problems());
    }

    /** The modules that make things, shipped ones first. */
    public List<Module> modules() {
        return Modules.of(index, own.map(UserModules::classes).orElse(KnownKinds.class.getClassLoader()));
    }
}
