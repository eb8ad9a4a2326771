package mcnet.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcnet.check.Checks;
import mcnet.cli.source.FileImports;
import mcnet.cli.source.ProgramFolders;
import mcnet.cli.source.ValuesFile;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.CompilerInputs;
import mcnet.language.ParameterValue;
import mcnet.model.Program;
import mcnet.preseed.PreseedExport;
import mcnet.preseed.PreseedImport;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of pages that are no program, or need another file: of a wrong one mcnet reports the page's code and
 * nothing else, of a right one nothing. Each is read as its {@link ExampleFile} says, from a folder with the program
 * {@code web.mcnet} and the inventory {@code hosts.yaml}.
 */
class FileExamplesTest {
    private static final String NEIGHBOR = "acl office { allow ingress tcp 22 from 198.51.100.64/28 }\n";
    private static final String HOSTS = "berlin:\n  hosts:\n    micro1: { ansible_host: 10.77.0.1 }\n";
    private static final String WITH_HOSTS = "cluster berlin { inventory \"hosts.yaml\" }\n";
    private static final String WITH_PARAMETERS = """
            param env: string = "prod"
            param mtu: number = 1500
            param password: secret = secret("env:BGP_PW")
            """;

    @TempDir
    Path folder;

    /** @param told the codes that mcnet reports of it */
    record Case(String page, String name, ExampleFile file, String text, List<String> told) {
        @Override
        public String toString() {
            return page + ", " + name;
        }
    }

    static Stream<Case> cases() {
        return CodePages.all().values().stream().flatMap(page -> Stream.concat(
                page.wrong().stream().flatMap(wrong -> of(page, "wrong", wrong, List.of(page.code()))),
                page.right().stream().flatMap(right -> of(page, "right", right, List.of()))));
    }

    private static Stream<Case> of(CodePage page, String name, CodePage.Example example, List<String> told) {
        return ExampleFile.of(page.code(), example.language(), example.text()).stream()
                .map(file -> new Case(page.code(), name, file, example.text(), told));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadAsThePageSays(Case example) throws IOException {
        Files.writeString(folder.resolve("web.mcnet"), NEIGHBOR);
        Files.writeString(folder.resolve("hosts.yaml"), HOSTS);
        List<Diagnostic> found = found(example);
        assertEquals(example.told, found.stream().map(Diagnostic::code).toList(), found::toString);
    }

    private List<Diagnostic> found(Case example) throws IOException {
        return switch (example.file) {
            case PRESEED ->
                PreseedImport.of(new Source("preseed.yaml", example.text), "microcloud", TestIndex.INDEX).diagnostics();
            case PROGRAM_OF_A_PRESEED -> {
                Program program = compiled(example.text, Map.of()).perCluster().getFirst().program();
                yield PreseedExport.of(program, program.find("cluster", "berlin").orElseThrow(), PreseedExport.LATEST)
                        .diagnostics();
            }
            case VALUES -> {
                Path values = Files.writeString(folder.resolve("values.yaml"), example.text);
                List<Diagnostic> found = new ArrayList<>();
                Map<String, ParameterValue> settings = ValuesFile.read(values.toString(), found);
                found.addAll(checked(compiled(WITH_PARAMETERS, settings)));
                yield found;
            }
            case INVENTORY -> {
                Files.writeString(folder.resolve("hosts.yaml"), example.text);
                yield checked(compiled(WITH_HOSTS, Map.of()));
            }
            case PROGRAM_OF_SEVERAL_FILES -> checked(compiled(example.text, Map.of()));
        };
    }

    private CompiledPrograms compiled(String text, Map<String, ParameterValue> settings) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.mcnet"), text);
        return Compiler.compile(List.of(new Source(file.toString(), text)), TestIndex.INDEX,
                new CompilerInputs(new FileImports(ProgramFolders.of(folder)), settings));
    }

    private static List<Diagnostic> checked(CompiledPrograms compiled) {
        List<Diagnostic> found = new ArrayList<>(compiled.diagnostics());
        found.addAll(Checks.check(compiled.perCluster().stream()
                .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList()));
        return found;
    }
}
