package mcnet.module.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.file.InputFile;
import mcnet.file.IoReason;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;

/**
 * Modules of the user: the Groovy files of one folder. They are compiled when they are met for the first time and kept
 * by their content, kinds and classes side by side, so that a later run compiles nothing and a check loads none of them.
 *
 * @param classes where the modules come from
 */
public record UserModules(List<Kind> kinds, ClassLoader classes) {
    private static final String ENDING = ".groovy";
    private static final String KINDS = "kinds.json";

    /**
     * @param modules empty where something is wrong
     * @param compiled how many files had to be compiled; none where they are kept
     */
    public record Loaded(Optional<UserModules> modules, List<Diagnostic> problems, int compiled) {}

    /** A module's file and its text. */
    record Text(Path file, byte[] bytes) {}

    /**
     * @param cache where compiled modules are kept
     * @param shipped the kinds that are taken already
     */
    public static Loaded load(Path folder, Path cache, Index shipped) {
        try {
            List<Text> texts = texts(folder);
            if (texts.isEmpty())
                return problem(Diagnostic.error("MC0601", "no module in " + folder)
                        .why("a module is a file whose name ends with .groovy").fix("use the folder of your"
                                + " modules"));
            Path kept = cache.resolve(fingerprint(texts));
            int compiled = 0;
            if (!Files.exists(kept.resolve(KINDS))) {
                List<Diagnostic> problems = ModuleCompiler.of(texts, kept, KINDS);
                if (!problems.isEmpty())
                    return new Loaded(Optional.empty(), problems, texts.size());
                compiled = texts.size();
            }
            UserModules modules = new UserModules(kinds(kept), classes(kept));
            List<Diagnostic> taken = modules.kinds.stream().filter(k -> shipped.kind(k.name()).isPresent())
                    .map(k -> Diagnostic.error("MC0602", "module " + k.module() + " declares"
                            + " kind " + k.name() + ", which already exists")
                            .why("mcnet has a built-in kind of that name").fix("rename the kind"))
                    .toList();
            return new Loaded(taken.isEmpty() ? Optional.of(modules) : Optional.empty(), taken, compiled);
        } catch (IOException e) {
            return problem(Diagnostic.error("MC0603", "cannot use the modules of " + folder)
                    .why(IoReason.of(e)).fix("check the folder in --modules or MCNET_MODULES"));
        }
    }

    private static Loaded problem(Diagnostic problem) {
        return new Loaded(Optional.empty(), List.of(problem), 0);
    }

    private static List<Text> texts(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
        }
        List<Text> texts = new ArrayList<>();
        for (Path file : files)
            texts.add(new Text(file, InputFile.readRegular(file, InputFile.TEXT)));
        return texts;
    }

    /** Names and bytes of the files, and of what they are compiled against. */
    private static String fingerprint(List<Text> texts) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Text text : texts) {
                digest.update(text.file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(text.bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.bytes);
            }
            try (InputStream api = Module.class.getResourceAsStream("Module.class")) {
                digest.update(api.readAllBytes());
            }
            digest.update(System.getProperty("java.specification.version").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Kind> kinds(Path kept) throws IOException {
        try (InputStream in = Files.newInputStream(kept.resolve(KINDS))) {
            return List.copyOf(IndexFile.read(in).kinds().values());
        }
    }

    private static ClassLoader classes(Path kept) {
        try {
            return new URLClassLoader(new URL[]{kept.toUri().toURL()}, UserModules.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
