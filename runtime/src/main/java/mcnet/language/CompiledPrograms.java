package mcnet.language;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
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

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
