package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.Keywords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every slip that a rule of the grammar allows has a case in {@code syntax/RULE/SLIP}: something missing, something
 * doubled, a misspelt word, a bracket that is not closed. The rules are read from the grammar itself.
 */
class SyntaxTest {
    private static final Path SYNTAX = CasesTest.CASES.resolve("syntax");
    private static final Path GRAMMAR = Path.of("../grammar/src/main/antlr4");
    private static final Pattern RULE = Pattern.compile("(?m)^(\\w+)\\s*:(.*?);\\s*$", Pattern.DOTALL);
    private static final Pattern ALTERNATIVE = Pattern.compile("(?m)^\\s*[:|](.*?)#\\s*(\\w+)\\s*$");
    /** Rules without names for their alternatives that have brackets of their own. */
    private static final Set<String> BRACKETED = Set.of("list", "map", "suffix", "type");
    /** What may stand in these is told by cases of their own. */
    private static final Set<String> CLOSED = Set.of("expr", "place", "name", "key", "head", "kind", "type");

    static Stream<Path> cases() throws IOException {
        return CasesTest.cases().filter(c -> c.startsWith(SYNTAX));
    }

    @Test
    void everyRuleHasItsSlips() throws IOException {
        List<String> without = new ArrayList<>();
        Map<String, Set<String>> all = slips();
        assertTrue(all.size() > 35, all.keySet().toString());
        all.forEach((rule, slips) -> slips.stream().filter(s -> !Files.isDirectory(SYNTAX.resolve(rule, s)))
                .forEach(s -> without.add(rule + "/" + s)));
        assertEquals(List.of(), without);
    }

    @Test
    void slipsFollowFromTheRule() throws IOException {
        Map<String, Set<String>> all = slips();
        assertEquals(Set.of("missing", "doubled", "misspelt"), all.get("program"));
        assertEquals(Set.of("missing", "doubled", "misspelt", "unclosed"), all.get("blueprint"));
        assertEquals(Set.of("missing", "doubled"), all.get("attribute"));
        assertEquals(Set.of("missing", "doubled", "unclosed"), all.get("list"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneSlipIsOneErrorWithAFix(Path folder) throws IOException {
        List<Diagnostic> told = CasesTest.diagnostics(folder);
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().isError());
        assertTrue(told.getFirst().labels().getFirst().span().text().length() > 0, "points nowhere");
        assertTrue(!told.getFirst().why().isEmpty(), "says not why");
        assertTrue(!told.getFirst().fix().isEmpty(), "says not what to do");
        boolean misspelt = folder.endsWith("misspelt");
        assertTrue(!misspelt || told.getFirst().fix().matches("(did you mean|write it like this).*"),
                told.getFirst().fix());
    }

    private static Map<String, Set<String>> slips() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(GRAMMAR)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".g4")).sorted().toList())
                text.append(Files.readString(file).replaceAll("(?m)//.*$", "")).append('\n');
        }
        Map<String, String> rules = new LinkedHashMap<>();
        RULE.matcher(text).results().forEach(r -> rules.put(r.group(1), r.group(2)));
        Map<String, Set<String>> slips = new LinkedHashMap<>();
        rules.forEach((name, body) -> {
            ALTERNATIVE.matcher(":" + body).results().filter(a -> !a.group(2).equals("simple"))
                    .forEach(a -> slips.put(a.group(2), slips(a.group(1), rules)));
            if (BRACKETED.contains(name))
                slips.put(name, slips(body.replaceAll("FOR.*?IF expr\\)\\?", ""), rules));
        });
        return slips;
    }

    private static Set<String> slips(String alternative, Map<String, String> rules) {
        Set<String> slips = new TreeSet<>(Set.of("missing", "doubled"));
        String all = withRules(alternative, rules, new LinkedHashSet<>(CLOSED));
        if (Pattern.compile("\\b[A-Z]+\\b").matcher(all).results()
                .anyMatch(w -> isWord(w.group().toLowerCase(Locale.ROOT))))
            slips.add("misspelt");
        if (all.matches("(?s).*'[{\\[(]'.*"))
            slips.add("unclosed");
        return slips;
    }

    private static String withRules(String alternative, Map<String, String> rules, Set<String> seen) {
        StringBuilder all = new StringBuilder(alternative);
        Pattern.compile("\\b[a-z]\\w*\\b").matcher(alternative).results().map(r -> r.group())
                .filter(rules::containsKey).filter(seen::add)
                .forEach(r -> all.append(' ').append(withRules(rules.get(r), rules, seen)));
        return all.toString();
    }

    private static boolean isWord(String token) {
        return Keywords.reserved().contains(token) || Keywords.ofSentences().contains(token)
                || token.equals("protocol") || token.equals("icmp");
    }
}
