package mcnet.product;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts about a server in the words of the one that the user has. They are written for LXD; Incus's client has the same
 * commands. What stands in double quotes is somebody's own and stays, and so does LXD with a release.
 */
public final class ServerWording {
    private static final Pattern WORDS = Pattern
            .compile("(\"[^\"]*\")|(?<![\\w./-])(?:(LXD)(?![\\w-]| \\d)|lxc(?= [a-z]))");

    private ServerWording() {}

    public static UnaryOperator<String> of(Product product) {
        return text -> product == Product.LXD
                ? text
                : WORDS.matcher(text).replaceAll(found -> replaced(found, product));
    }

    private static String replaced(MatchResult found, Product product) {
        if (found.group(1) != null) return Matcher.quoteReplacement(found.group(1));
        return found.group(2) != null ? product.title() : product.client();
    }
}
