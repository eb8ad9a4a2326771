package mcnet.language;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Item;
import mcnet.model.InvalidParts;
import mcnet.model.Program;

/**
 * What the sources say.
 *
 * @param perCluster the program once for each of its clusters, in the order of the text; once where it names none
 * @param diagnostics in the order of the sources and of their text
 * @param items the program without imports, blueprints and loops
 */
public record CompiledPrograms(List<ClusterProgram> perCluster, List<Diagnostic> diagnostics, List<Item> items) {

    /**
     * The program of one cluster.
     *
     * @param cluster its name; empty where the program names none
     * @param items what was left of the text for it, without imports, blueprints and loops
     * @param program all that could be understood
     * @param invalidParts what is missing from it because of errors that are reported
     */
    public record ClusterProgram(String cluster, List<Item> items, Program program, InvalidParts invalidParts) {}

    public CompiledPrograms {
        perCluster = List.copyOf(perCluster);
        diagnostics = List.copyOf(diagnostics);
        items = List.copyOf(items);
    }

    /** A warning for each {@code expect} of the text, whatever loops make of it: nothing proves them yet. */
    public List<Diagnostic> unproved() {
        return items.stream().filter(Item.Expect.class::isInstance)
                .map(i -> new Span(i.span().source(), i.span().start(), i.span().start() + "expect".length()))
                .distinct().map(at -> Diagnostic
                        .warning("MC0292", "this `expect` is not checked",
                                new Label(at, "only its names are checked"))
                        .why("this version does not compute who can reach whom, so it does not notice rules"
                                + " that contradict it")
                        .fix("test it on the cluster; --strict makes this warning an error"))
                .toList();
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
