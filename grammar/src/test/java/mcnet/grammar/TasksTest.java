package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of the language's design. */
class TasksTest {

    static Stream<Path> tasks() {
        return Resources.tasks().stream();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void isReadWithoutComplaint(Path task) {
        ParseResult parsed = Trees.parse(Resources.read(task));
        assertEquals(List.of(), parsed.diagnostics());
        assertTrue(parsed.file().items().size() > 0);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void isReadInTheFastMode(Path task) {
        var lexer = new McnetLexer(CharStreams.fromString(Resources.read(task)));
        McnetParser parser = new McnetParser(new CommonTokenStream(lexer));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        parser.file();
    }
}
