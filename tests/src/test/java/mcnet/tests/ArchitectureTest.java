package mcnet.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may know whom: one way through the house, and no one walks back. */
@AnalyzeClasses(packages = "mcnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static ArchRule mayKnow(String room, String... rooms) {
        String[] known = Stream.concat(Stream.of(room, "diagnostic", "system"), Stream.of(rooms))
                .map(r -> "mcnet." + r + "..")
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage("mcnet." + room + "..").should()
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
    static final ArchRule lang = mayKnow("lang", "grammar", "schema", "model", "yaml");
    @ArchTest
    static final ArchRule preseed = mayKnow("preseed", "check", "lang", "grammar", "model", "schema", "yaml");
    @ArchTest
    static final ArchRule check = mayKnow("check", "model", "schema");
    @ArchTest
    static final ArchRule observe = mayKnow("observe", "schema", "file");
    @ArchTest
    static final ArchRule plan = mayKnow("plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule module = mayKnow("module", "plan", "model", "schema", "observe", "file");
    @ArchTest
    static final ArchRule modules = mayKnow("modules", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule planner = mayKnow("planner", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule remote = mayKnow("remote", "observe", "file");
    @ArchTest
    static final ArchRule gather = mayKnow("gather", "remote", "observe", "model", "file");
    @ArchTest
    static final ArchRule apply = mayKnow("apply", "gather", "remote", "plan", "module", "model", "observe", "file");
    @ArchTest
    static final ArchRule report = mayKnow("report", "apply", "plan", "planner", "model", "status", "observe", "lang",
            "schema", "file");
    @ArchTest
    static final ArchRule importing = mayKnow("importing", "grammar", "lang", "module", "plan", "model", "schema",
            "observe");
    @ArchTest
    static final ArchRule saved = mayKnow("saved", "lang", "observe", "file");
    @ArchTest
    static final ArchRule status = mayKnow("status", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule lab = mayKnow("lab", "file");
    @ArchTest
    static final ArchRule file = mayKnow("file");

    /** Facts in, steps out. */
    @ArchTest
    static final ArchRule pureRoomsDoNoIo = noClasses()
            .that()
            .resideInAnyPackage("mcnet.grammar..", "mcnet.lang..", "mcnet.yaml..", "mcnet.preseed..", "mcnet.model..",
                    "mcnet.check..", "mcnet.plan..",
                    "mcnet.planner..", "mcnet.importing..", "mcnet.modules..")
            .should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.file..", "java.net.http..",
                    "net.schmizz..", "org.apache.hc..");

    /** One room opens files for writing: beside their destination, synced, never over something of another kind. */
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
            .that().haveNameMatching("mcnet\\.remote\\.(Writing|Session)").or()
            .haveFullyQualifiedName("mcnet.remote.Writing$Reply")
            .should().onlyBeAccessed().byAnyPackage("mcnet.remote..", "mcnet.apply..");

    /** Only what runs a plan holds members that can be changed: plan, drift, verify, status and import do not reach it. */
    @ArchTest
    static final ArchRule onlyARunOpensForWriting = noClasses()
            .that().resideInAPackage("mcnet.cli..").and().doNotHaveSimpleName("Run")
            .should().callMethod(mcnet.remote.Fleet.class, "writing", java.util.List.class, mcnet.remote.Tally.class);
}
