package mcnet.module.loading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mcnet.file.OutputFile;
import mcnet.module.Module;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;
import mcnet.schema.Type;

/** Run by the build: asks every shipped module for its kinds and writes them into the index. */
public final class IndexBuild {
    private IndexBuild() {}

    /** @param args the folder of the modules' sources, then the folder of the compiled classes */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        List<Module> modules = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            List<String> names = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".groovy"))
                    .map(n -> n.substring(0, n.length() - ".groovy".length())).sorted().toList();
            for (String name : names) {
                modules.add((Module) Class.forName("mcnet.modules." + name).getDeclaredConstructor().newInstance());
            }
        }
        List<Kind> kinds = inOrder(modules).stream().flatMap(m -> m.kinds().stream()).toList();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        IndexFile.write(Index.of(kinds), text);
        OutputFile.own(Path.of(args[1]).resolve(IndexFile.RESOURCE), text.toByteArray());
    }

    /** What others follow or refer to comes first: so plans list it. */
    static List<Module> inOrder(List<Module> modules) {
        List<Module> ordered = new ArrayList<>();
        List<Module> left = new ArrayList<>(modules);
        left.sort(Comparator.comparing((Module m) -> !kind(m).module().isEmpty()).thenComparing(m -> kind(m).name()));
        while (!left.isEmpty()) {
            Module next = left.stream().filter(m -> before(m).stream().noneMatch(k -> waits(left, k))).findFirst()
                    .orElseThrow(() -> new IllegalStateException("modules follow each other in a ring: " + left));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static boolean waits(List<Module> left, String kind) {
        return left.stream().anyMatch(m -> kind(m).name().equals(kind));
    }

    private static List<String> before(Module module) {
        List<String> before = new ArrayList<>(module.follows());
        before.addAll(kind(module).places());
        kind(module).attributes().forEach(a -> before.addAll(named(a.type())));
        before.remove(kind(module).name());
        return before;
    }

    /** The kinds that a type names. */
    private static List<String> named(Type type) {
        return switch (type) {
            case Type.Reference(String kind) -> List.of(kind);
            case Type.ListOf(Type element) -> named(element);
            case Type.Either(List<Type> types) -> types.stream().flatMap(t -> named(t).stream()).toList();
            default -> List.of();
        };
    }

    /** As the module declares it, whatever index an earlier build left. */
    private static Kind kind(Module module) {
        return module.kinds().getFirst();
    }
}
