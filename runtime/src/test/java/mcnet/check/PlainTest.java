package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.print.ItemText;
import mcnet.model.Declaration;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mcnet print}: what it prints checks clean, declares the same and prints as itself. */
class PlainTest {

    static Stream<Path> cases() throws IOException {
        return CasesTest.cases().filter(folder -> {
            try {
                return !CasesTest.compile(folder).hasErrors();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheSame(Path folder) throws IOException {
        CompiledPrograms compiled = CasesTest.compile(folder);
        String plain = printed(compiled);
        CompiledPrograms again = Compiler.compile(List.of(new Source("print", plain)), TestIndex.INDEX);
        assertEquals(List.of(), again.diagnostics().stream().filter(d -> d.isError()).toList(), plain);
        assertEquals(said(compiled), said(again), plain);
        assertEquals(plain, printed(again));
    }

    static String printed(CompiledPrograms compiled) {
        return Formatter.format(new Source("print", ItemText.of(compiled.items()))).text();
    }

    static List<String> said(CompiledPrograms compiled) {
        return compiled.perCluster().stream().flatMap(s -> Stream.of(s.program()).flatMap(p -> Stream.concat(
                Stream.concat(p.declarations().stream(), p.existing().stream()).map(PlainTest::said),
                Stream.concat(p.flows().stream().map(f -> "flow " + f.span().text()),
                        p.expectations().stream().map(e -> e.mode() + " " + e.from().size() + " " + e.to().size() + " "
                                + e.traffic().size())))))
                .toList();
    }

    private static String said(Declaration declaration) {
        StringBuilder text = new StringBuilder(declaration.title());
        declaration.settings().forEach((path, s) -> text.append(' ').append(path).append('=').append(s.value().text()));
        declaration.on().forEach((member, settings) -> settings.forEach((path, s) -> text.append(' ').append(member)
                .append(':').append(path).append('=').append(s.value().text())));
        declaration.statements().forEach(s -> text.append(" [").append(s.getClass().getSimpleName()).append(']'));
        declaration.nested().forEach(d -> text.append(" { ").append(said(d)).append(" }"));
        return text.toString();
    }
}
