package mcnet.language.read;

import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.language.print.ExpressionText;
import mcnet.schema.Kind;

/** What is wrong with a line in the body of a declaration. */
final class BodyErrors {
    private BodyErrors() {}

    static Diagnostic whole(Span what, BodyPlace place) {
        return Diagnostic.error("MC0253", "only attributes and blocks are allowed in "
                + (place.member()
                        ? "`on MEMBER`"
                        : "the block " + place.prefix().substring(0, place.prefix().length() - 1)),
                new Label(what, ""))
                .why(place.member()
                        ? "the server stores only a few values per member; all others apply to the whole cluster"
                        : "a block is a part of its declaration")
                .fix(place.member() ? "move it out of `on`" : "move it out of the block");
    }

    static Diagnostic twice(String path, Span again, Span first) {
        return Diagnostic.error("MC0278", "duplicate " + path, new Label(again, "again here"),
                new Label(first, "first here")).why("it would not be clear which of the two values applies")
                .fix("remove one of them");
    }

    /** What is a thing by itself may stand in one of another; what is only a part of that would change it. */
    static Diagnostic ofOthers(Kind kind, String name, String what, Span at) {
        return Diagnostic.error("MC0520", "existing " + kind.name() + (name.isEmpty() ? "" : " " + name)
                + " cannot have " + what, new Label(at, ""))
                .why("`existing` means that the object is managed elsewhere: this program uses it and does not"
                        + " change it")
                .fix("remove it, or remove `existing` and let this program manage " + kind.name() + " " + name);
    }

    static Diagnostic misplaced(Kind unnamed, Span key) {
        return Diagnostic.error("MC0276", unnamed.name() + " must be"
                + " in " + ExpressionText.article(places(unnamed)), new Label(key, ""))
                .why("it applies only to that")
                .fix("move it there");
    }

    /** {@code cluster or member}. */
    static String places(Kind kind) {
        return String.join(" or ", kind.places().stream().filter(p -> !p.isEmpty()).toList());
    }
}
