package mcnet.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may know whom: one way through the house, and no one walks back. */
@AnalyzeClasses(packages = "mcnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static ArchRule mayKnow(String room, String... rooms) {
        String[] known = Stream.concat(Stream.of(room, "diagnostic", "system"), Stream.of(rooms)).map(r -> "mcnet." + r + "..")
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
    static final ArchRule observe = mayKnow("observe", "schema");
    @ArchTest
    static final ArchRule plan = mayKnow("plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule module = mayKnow("module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule modules = mayKnow("modules", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule planner = mayKnow("planner", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule remote = mayKnow("remote", "observe");
    @ArchTest
    static final ArchRule gather = mayKnow("gather", "remote", "observe", "model");
    @ArchTest
    static final ArchRule apply = mayKnow("apply", "gather", "remote", "plan", "module", "model", "observe");
    @ArchTest
    static final ArchRule report = mayKnow("report", "apply", "plan", "planner", "model", "status", "observe", "lang",
            "schema");
    @ArchTest
    static final ArchRule importing = mayKnow("importing", "grammar", "lang", "module", "plan", "model", "schema",
            "observe");
    @ArchTest
    static final ArchRule saved = mayKnow("saved", "lang", "observe");
    @ArchTest
    static final ArchRule status = mayKnow("status", "module", "plan", "model", "schema", "observe");
    @ArchTest
    static final ArchRule lab = mayKnow("lab");

    /** Facts in, steps out. */
    @ArchTest
    static final ArchRule pureRoomsDoNoIo = noClasses()
            .that()
            .resideInAnyPackage("mcnet.grammar..", "mcnet.lang..", "mcnet.yaml..", "mcnet.preseed..", "mcnet.model..",
                    "mcnet.check..", "mcnet.plan..",
                    "mcnet.planner..", "mcnet.importing..", "mcnet.modules..")
            .should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.file..", "java.net.http..",
                    "net.schmizz..", "org.apache.hc..");

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
