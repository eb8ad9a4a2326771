package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.CompilerInputs;
import mcnet.language.load.ImportReader;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is nested, repeated or chained far too often ends with an error that says so. */
class BoundsTest {
    private static final int MANY = 5_000;

    /** {@code .} is what stands in the middle, between what is repeated before and behind it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = {
            "let x = a;[0];;", "let x = f;(1);;", "let x = ;(;1;)", "let x = ;[;1;]", "let x = ;{ a = ;1; }",
            "let x = ;-;1;", "let x = ;not ;true;", "let x = 1; + 1;;", "let x = 10.0.0.0/8; /24;;",
            "let x = ;if true then ;1; else 1", "let x = ;[y for y in ;a;]", "let x = ;size(;a;)",
            "let x = ;a[;0;]", ";network a { ;;}", ";if true { ;; }", ";for a in [1] { ;; }", ";on a { ;; }",
            "expect { ;for a in [1] { ;;} }", "blueprint b(x: ;[;port;]", ";{;;}", ";};;", ";[;;", ";(;;", ";{ ) ;;",
            ";[ } ;;", ";allow ingress tcp (;1;)"})
    void nestingEnds(String before, String open, String middle, String close) {
        told(or(before) + or(open).repeat(MANY) + or(middle) + or(close).repeat(MANY) + (or(before).startsWith("blue")
                ? ") { }"
                : ""), "MC0123|MC01\\d\\d");
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    /** Two hundred conditions below each other are no nesting. */
    @ParameterizedTest
    @ValueSource(strings = {"if true { } ", "if true { } else { } ", "let x = if true then 1 else 2 ",
            "for a in [1] { } "})
    void muchOfOneSortIsNotDeep(String item) {
        String text = IntStream.range(0, 300).mapToObj(i -> item.replace("x", "x" + i))
                .collect(Collectors.joining("\n"));
        assertEquals(List.of(), codes(compiled(text)));
    }

    @Test
    void namesThatStandForNamesEnd() {
        told(IntStream.range(0, MANY).mapToObj(i -> "let a" + i + " = [a" + (i + 1) + "]")
                .collect(Collectors.joining("\n")) + "\nlet a" + MANY + " = [1]", "MC0164");
        told("let a0 = [1]\n" + IntStream.range(1, MANY).mapToObj(i -> "let a" + i + " = [a" + (i - 1) + "]")
                .collect(Collectors.joining("\n")), "MC0167");
        assertEquals(List.of(),
                codes(compiled("let a0 = 1\n" + IntStream.range(1, MANY).mapToObj(i -> "let a" + i + " = a"
                        + (i - 1)).collect(Collectors.joining("\n")))));
    }

    @Test
    void blueprintsThatUseOthersEnd() {
        told(IntStream.range(0, MANY).mapToObj(i -> "blueprint b" + i + "(n: number) { use b" + (i + 1) + "(n = n) }")
                .collect(Collectors.joining("\n")) + "\nblueprint b" + MANY + "(n: number) { }\nuse b0(n = 1)",
                "MC0165");
        String deep = "if true { ".repeat(80);
        told(IntStream.range(0, 20).mapToObj(i -> "blueprint b" + i + "() { " + deep + "use b" + (i + 1) + "() "
                + "} ".repeat(80) + "}").collect(Collectors.joining("\n")) + "\nblueprint b20() { }\nuse b0()",
                "MC0165");
    }

    @Test
    void valuesThatGrowEnd() {
        told("let d = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\nlet a = [[[[[[[1 for x1 in d] for x2 in d] for x3 in d] for x4 in d]"
                + " for x5 in d] for x6 in d] for x7 in d]", "MC0421");
        told("let d = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\nlet a = [1 for x in d if size([1 for x1 in d if size([1 for x2 in d"
                + " if size([1 for x3 in d if size([1 for x4 in d if size([1 for x5 in d if size([1 for x6 in d]) > 0]) > 0"
                + "]) > 0]) > 0]) > 0]) > 0]", "MC0166");
        told("let a0 = \"0123456789\"\n" + IntStream.range(1, 20).mapToObj(i -> "let a" + i + " = \""
                + ("${a" + (i - 1) + "}").repeat(10) + "\"").collect(Collectors.joining("\n")), "MC0421");
        told("let a = [\"" + "x".repeat(10_000) + "\"]\nlet b = join(a + [1, 2, 3], a[0])", "MC0421");
    }

    @Test
    void filesThatImportEachOtherInARowEnd() {
        ImportReader chain = new ImportReader() {
            @Override
            public Optional<Source> file(String from, String path) {
                int next = Integer.parseInt(path.replaceAll("\\D", "")) + 1;
                return Optional.of(new Source(path, "import \"f" + next + ".mcnet\""));
            }

            @Override
            public Optional<Source> library(String name) {
                return Optional.empty();
            }
        };
        CompiledPrograms compiled = Compiler.compile(List.of(new Source("f0.mcnet", "import \"f1.mcnet\"")),
                TestIndex.INDEX,
                new CompilerInputs(chain, Map.of()));
        assertEquals(List.of("MC0162"), codes(compiled));
    }

    @Test
    void groupsOfAnInventoryEnd() {
        inventory(IntStream.range(0, MANY).mapToObj(i -> "g" + i + ": { children: { g" + (i + 1) + ": } }\n")
                .collect(Collectors.joining()).replace("g0:", "berlin:"), "MC0169");
        inventory(IntStream.range(0, 60).mapToObj(i -> "a" + i + ": { children: { a" + (i + 1) + ": , b" + (i + 1)
                + ": } }\nb" + i + ": { children: { a" + (i + 1) + ": , b" + (i + 1) + ": } }\n")
                .collect(Collectors.joining()).replace("a0:", "berlin:"), "MC0169");
        inventory("berlin: { hosts: { \"a[0:9999]\": , \"b[0:9999]\": } }", "MC0169");
        inventory("berlin: &a { children: { x: *a } }", "MC0611");
        inventory("a: " + "{ a: ".repeat(MANY) + "}".repeat(MANY), "MC0611");
        inventory("a: &a0 {hosts: {x: }}\n" + IntStream.range(1, 60).mapToObj(i -> "a" + i + ": &a" + i
                + " {children: {l: *a" + (i - 1) + ", r: *a" + (i - 1) + "}}\n").collect(Collectors.joining()),
                "MC0611");
    }

    private static void inventory(String yaml, String code) {
        ImportReader reader = new ImportReader() {
            @Override
            public Optional<Source> file(String from, String path) {
                return Optional.of(new Source(path, yaml));
            }

            @Override
            public Optional<Source> library(String name) {
                return Optional.empty();
            }
        };
        CompiledPrograms compiled = Compiler.compile(
                List.of(new Source("f.mcnet", "program p cluster berlin { inventory \"hosts.yaml\" }")),
                TestIndex.INDEX, new CompilerInputs(reader, Map.of()));
        assertEquals(List.of(code), codes(compiled).stream().distinct().toList());
    }

    private static void told(String text, String codes) {
        List<String> told = codes(compiled(text));
        assertTrue(!told.isEmpty() && told.stream().anyMatch(c -> c.matches(codes)), told::toString);
    }

    private static CompiledPrograms compiled(String text) {
        CompiledPrograms compiled = Compiler.compile(List.of(new Source("shop.mcnet", text)), TestIndex.INDEX);
        Checks.check(
                compiled.perCluster().stream().map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts()))
                        .toList());
        return compiled;
    }

    private static List<String> codes(CompiledPrograms compiled) {
        return compiled.diagnostics().stream().filter(Diagnostic::isError).map(Diagnostic::code).toList();
    }
}
