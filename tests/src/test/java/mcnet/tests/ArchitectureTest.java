package mcnet.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which package may depend on which. */
@AnalyzeClasses(packages = "mcnet", importOptions = {ImportOption.DoNotIncludeTests.class,
        ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    /** In a whole build, generators of the tests are read from a jar. */
    static class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final Path HOME = Path.of(System.getProperty("mcnet.home"));

    private static ArchRule mayKnow(String own, String... others) {
        String[] known = Stream.concat(Stream.of(own, "diagnostic", "system"), Stream.of(others))
                .map(p -> "mcnet." + p + "..")
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage("mcnet." + own + "..").should()
                .dependOnClassesThat(resideInAPackage("mcnet..").and(not(resideInAnyPackage(known))));
    }

    @ArchTest
    static final ArchRule grammar = mayKnow("grammar");
    @ArchTest
    static final ArchRule schema = mayKnow("schema");
    @ArchTest
    static final ArchRule model = mayKnow("model", "schema");
    @ArchTest
    static final ArchRule yaml = mayKnow("yaml");
    @ArchTest
    static final ArchRule language = mayKnow("language", "grammar", "schema", "model", "yaml");
    @ArchTest
    static final ArchRule preseed = mayKnow("preseed", "check", "language", "grammar", "model", "schema", "yaml");
    @ArchTest
    static final ArchRule check = mayKnow("check", "product", "model", "schema");
    @ArchTest
    static final ArchRule reach = mayKnow("reach", "check", "product", "model", "schema");
    @ArchTest
    static final ArchRule observe = mayKnow("observe", "schema", "file");
    @ArchTest
    static final ArchRule product = mayKnow("product", "observe", "schema");
    @ArchTest
    static final ArchRule plan = mayKnow("plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule module = mayKnow("module", "product", "lxd", "plan", "model", "schema", "observe", "file");
    @ArchTest
    static final ArchRule lxd = mayKnow("lxd", "product", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule ovn = mayKnow("ovn", "product", "lxd", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule link = mayKnow("link", "product", "ovn", "lxd", "module", "plan", "model", "schema",
            "observe");
    @ArchTest
    static final ArchRule probe = mayKnow("probe", "product", "link", "ovn", "lxd", "module", "plan", "model", "schema",
            "observe");
    @ArchTest
    static final ArchRule modules = mayKnow("modules", "product", "module", "lxd", "ovn", "link", "probe", "plan",
            "model",
            "schema",
            "observe");
    @ArchTest
    static final ArchRule planner = mayKnow("planner", "product", "module", "lxd", "ovn", "link", "probe", "plan",
            "model",
            "schema",
            "observe");
    @ArchTest
    static final ArchRule ssh = mayKnow("ssh", "product", "observe", "file");
    @ArchTest
    static final ArchRule collect = mayKnow("collect", "ssh", "observe", "model", "file");
    @ArchTest
    static final ArchRule apply = mayKnow("apply", "product", "collect", "ssh", "plan", "module", "lxd", "model",
            "observe",
            "file");
    @ArchTest
    static final ArchRule report = mayKnow("report", "reach", "apply", "plan", "planner", "model", "status", "observe",
            "language",
            "schema", "file");
    @ArchTest
    static final ArchRule importing = mayKnow("importing", "product", "grammar", "language", "module", "lxd", "ovn",
            "plan",
            "model",
            "schema", "observe");
    @ArchTest
    static final ArchRule saved = mayKnow("saved", "language", "observe", "file");
    @ArchTest
    static final ArchRule status = mayKnow("status", "product", "module", "lxd", "ovn", "probe", "plan", "model",
            "schema",
            "observe");
    @ArchTest
    static final ArchRule lab = mayKnow("lab", "file");
    @ArchTest
    static final ArchRule file = mayKnow("file");

    /** What a command does can be called without a console. */
    @ArchTest
    static final ArchRule operation = noClasses().that().resideInAPackage("mcnet.operation..").should()
            .dependOnClassesThat().resideInAPackage("mcnet.cli..");

    /** A name stands for one thing in the whole product. */
    @ArchTest
    static final ArchRule simpleNamesAreUnique = classes().should(haveANameOfTheirOwn());

    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        return new ArchCondition<>("have a simple name that no other class has") {
            private final Map<String, String> names = new HashMap<>();

            @Override
            public void check(JavaClass each, ConditionEvents events) {
                if (each.getEnclosingClass().isPresent() || each.isAnonymousClass()
                        || each.getSimpleName().equals("package-info"))
                    return;
                String other = names.putIfAbsent(each.getSimpleName(), each.getName());
                if (other != null)
                    events.add(SimpleConditionEvent.violated(each, each.getName() + " is called like " + other));
            }
        };
    }

    /** A package says what it is. */
    @ArchTest
    static final ArchRule packagesSayWhatTheyAre = classes().should(liveInADocumentedPackage());

    private static ArchCondition<JavaClass> liveInADocumentedPackage() {
        return new ArchCondition<>("live in a package with a package-info") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                String path = "src/main/java/" + each.getPackageName().replace('.', '/') + "/package-info.java";
                if (each.getPackageName().startsWith("mcnet.modules") || each.getPackageName().endsWith(".antlr"))
                    return;
                if (Stream.of("grammar", "runtime").noneMatch(m -> Files.exists(HOME.resolve(m).resolve(path))))
                    events.add(
                            SimpleConditionEvent.violated(each, each.getPackageName() + " has no package-info.java"));
            }
        };
    }

    /** Names of a product, and of what it makes in OVN and on members, as a text. */
    private static final Pattern PRODUCT = Pattern
            .compile("[\"']incus|[\"'](lxdovn|lxd-net|lxd_)|/var/lib/(lxd|incus)|/var/snap/lxd");

    /** What depends on the product stands in one package; beside it, labs are made of products. */
    @ArchTest
    static void onlyProductNamesProducts(JavaClasses classes) throws IOException {
        List<String> named = new ArrayList<>();
        for (String folder : List.of("grammar/src/main/java", "runtime/src/main/java", "modules"))
            try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|groovy)")).toList()) {
                    String path = HOME.relativize(file).toString();
                    if (path.contains("/mcnet/product/") || path.contains("/mcnet/lab/")) continue;
                    Files.readAllLines(file).stream().filter(line -> PRODUCT.matcher(line).find())
                            .forEach(line -> named.add(path + ": " + line.strip()));
                }
            }
        assertEquals(List.of(), named);
    }

    /** Facts in, steps out. */
    @ArchTest
    static final ArchRule purePackagesDoNoIo = noClasses()
            .that()
            .resideInAnyPackage("mcnet.grammar..", "mcnet.language..", "mcnet.yaml..", "mcnet.preseed..",
                    "mcnet.model..",
                    "mcnet.check..", "mcnet.reach..", "mcnet.plan..",
                    "mcnet.planner..", "mcnet.importing..", "mcnet.modules..", "mcnet.lxd..", "mcnet.ovn..",
                    "mcnet.link..", "mcnet.probe..", "mcnet.product..")
            .should().dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "java.net.http..",
                    "net.schmizz..", "org.apache.hc..").and(not(encodesText())));

    private static DescribedPredicate<JavaClass> encodesText() {
        return DescribedPredicate.describe("only encode text",
                c -> c.getName().matches("java\\.net\\.URL(En|De)coder"));
    }

    /** One package opens files for writing: beside their destination, synced, never over something of another kind. */
    @ArchTest
    static final ArchRule onlyFileWritesFiles = noClasses().that().resideOutsideOfPackage("mcnet.file..")
            .should().callMethodWhere(writesFiles()).orShould().callConstructor(PrintStream.class, String.class)
            .orShould()
            .callConstructor(PrintStream.class, String.class, Charset.class).orShould()
            .callConstructor(PrintStream.class, File.class).orShould().dependOnClassesThat(opensFiles());

    private static DescribedPredicate<JavaMethodCall> writesFiles() {
        return DescribedPredicate.describe("opens, makes, moves or removes files", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            return owner.equals("java.nio.file.Files")
                    && Pattern.matches("(write|new(Output|BufferedWriter|ByteChannel)|create|copy|move|delete|set).*",
                            name)
                    || owner.equals("java.io.File")
                            && Pattern.matches("(create|delete|mkdir|rename|set).*", name)
                    || owner.equals("java.nio.channels.FileChannel") && name.equals("open");
        });
    }

    /** {@code FileOutputStream} and its like, and what opens one by the name of a file. */
    private static DescribedPredicate<JavaClass> opensFiles() {
        return DescribedPredicate.describe("open files for writing", c -> Set.of("java.io.FileOutputStream",
                "java.io.FileWriter", "java.io.RandomAccessFile", "java.nio.channels.AsynchronousFileChannel",
                "java.util.zip.ZipOutputStream", "java.util.logging.FileHandler").contains(c.getName()));
    }

    /** Reading cannot write: what could change a member is known to apply alone. */
    @ArchTest
    static final ArchRule onlyApplyWrites = classes()
            .that().haveNameMatching("mcnet\\.ssh\\.(Session|SshSession)").or()
            .haveFullyQualifiedName("mcnet.ssh.Session$Reply")
            .should().onlyBeAccessed().byAnyPackage("mcnet.ssh..", "mcnet.apply..");

    /** Only what runs a plan holds members that can be changed: plan, drift, verify, status and import do not reach it. */
    @ArchTest
    static final ArchRule onlyARunOpensForWriting = noClasses()
            .that().resideInAPackage("mcnet.cli..").and().doNotHaveSimpleName("ChangeRun")
            .should().callMethod(mcnet.ssh.SshConnections.class, "writing", java.util.List.class,
                    mcnet.ssh.transport.TrafficCounter.class);
}
