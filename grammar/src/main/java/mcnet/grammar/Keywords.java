package mcnet.grammar;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcnet.grammar.antlr.McnetLexer;

/** The words of the language. All else is a name. */
public final class Keywords {
    private Keywords() {}

    /** Never a name, not even of an attribute. */
    public static List<String> reserved() {
        return IntStream.rangeClosed(McnetLexer.AND, McnetLexer.FALSE).boxed().flatMap(Keywords::spellings).toList();
    }

    /** Words of sentences: a thing of such a name is quoted, an attribute is not. */
    public static List<String> ofSentences() {
        return IntStream.rangeClosed(McnetLexer.ALLOW, McnetLexer.AS).boxed().flatMap(Keywords::spellings).toList();
    }

    /** The token's type of a word of the language. */
    public static int type(String word) {
        return IntStream.rangeClosed(McnetLexer.AND, McnetLexer.AS)
                .filter(type -> spellings(type).anyMatch(word::equals)).findFirst().orElseThrow();
    }

    public static boolean isReserved(int type) {
        return type >= McnetLexer.AND && type <= McnetLexer.FALSE;
    }

    public static boolean isOfTheLanguage(int type) {
        return type >= McnetLexer.AND && type <= McnetLexer.AS;
    }

    /** A word of the language or a name. */
    public static boolean is(int type) {
        return isOfTheLanguage(type) || type == McnetLexer.NAME || type == McnetLexer.PATH;
    }

    private static Stream<String> spellings(int type) {
        return switch (type) {
            case McnetLexer.PROTOCOL -> Stream.of("tcp", "udp");
            case McnetLexer.ICMP -> Stream.of("icmp4", "icmp6");
            default -> Stream.of(McnetLexer.VOCABULARY.getLiteralName(type).replace("'", ""));
        };
    }
}
