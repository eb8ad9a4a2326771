package mcnet.language.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.language.DiagnosticCollector;
import mcnet.language.value.ValueSpelling;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;
import mcnet.schema.SecretKey;

/** {@code lxd { … }} and {@code user { … }}: keys that no schema knows, sent as they are written. */
record FreeBlocks(Kind kind, DiagnosticCollector findings) {
    static final List<String> NAMES = List.of("lxd", "user");

    void read(Item.Block block, SequencedMap<String, Setting> into) {
        for (Item item : block.body().items()) {
            if (item instanceof Item.Attribute attribute)
                read(block.key().text(), attribute, into);
            else if (!(item instanceof Item.Broken))
                findings.add(Diagnostic.error("MC0280", block.key().text() + " can contain only keys and values",
                        new Label(MisplacedItems.head(item), "")).fix("write some.key = \"value\""));
        }
    }

    private void read(String block, Item.Attribute attribute, SequencedMap<String, Setting> into) {
        String key = attribute.key().text();
        String path = block + "." + key;
        Optional<Diagnostic> refusal = block.equals("lxd") ? covered(attribute, key) : reserved(attribute, key);
        if (refusal.isPresent()) {
            findings.add(refusal.get());
            return;
        }
        Setting first = into.get(path);
        if (first != null)
            findings.add(Diagnostic.error("MC0281", "duplicate key " + key, new Label(attribute.span(), "again here"),
                    new Label(first.span(), "first here")).fix("remove one of them"));
        else
            value(key, attribute.value())
                    .ifPresent(value -> into.put(path, new Setting(path, value, attribute.span())));
    }

    private Optional<Diagnostic> covered(Item.Attribute item, String key) {
        Label label = new Label(item.key().span(), "");
        if (key.startsWith("user."))
            return Optional.of(Diagnostic.error("MC0282", "your own keys belong in a block user { }", label)
                    .fix("write user { " + key.substring(5) + " = " + item.value().span().text() + " }"));
        Optional<Attribute> typed = kind.attributes()
                .stream()
                .filter(a -> Arrays.asList(a.key().split(",")).contains(key) || isStateful(a, key))
                .findFirst();
        Optional<Attribute> part = kind.keyed(key);
        if (part.isPresent()) {
            String[] words = part.get().path().split("\\.", 3);
            return Optional.of(Diagnostic.error("MC0288", key + " must be set by its own declaration", label)
                    .why("if it could be set in two ways, the two could contradict each other")
                    .fix("write " + words[0] + " " + words[1] + " { " + words[2] + " = … }"));
        }
        return typed.map(a -> Diagnostic.error("MC0283", key + " must be set by its own attribute", label)
                .why("if it could be set in two ways, the two could contradict each other")
                .fix("write " + (a.block().isEmpty() ? a.name() + " = …" : a.block() + " { " + a.name() + " = … }")));
    }

    /** One word, {@code dhcp = stateful}, is two keys of the server. */
    private static boolean isStateful(Attribute attribute, String key) {
        return key.equals(attribute.key() + ".stateful") && attribute.path().equals("ipv6.dhcp");
    }

    private static Optional<Diagnostic> reserved(Item.Attribute item, String key) {
        return key.equals("mcnet") || key.startsWith("mcnet.")
                ? Optional.of(Diagnostic.error("MC0284", "keys under mcnet are reserved",
                        new Label(item.key().span(), ""))
                        .why("mcnet stores its marks there, which record the program that manages the object")
                        .fix("choose another key"))
                : Optional.empty();
    }

    /** A secret is named where the server keeps one, and nowhere else. */
    private Optional<Value> value(String key, Expression value) {
        boolean desired = SecretKey.is(key);
        if (SecretReferences.isSecret(value) && desired)
            return Optional.of(new Value.Secret(SecretReferences.place(value), value.span()));
        if (SecretReferences.isSecret(value)) {
            findings.add(Diagnostic.error("MC0286", "a secret is not allowed in the"
                    + " key " + key, new Label(value.span(), ""))
                    .why("the value would be visible in plans, and to everyone who may read the object")
                    .fix("write the value itself"));
            return Optional.empty();
        }
        Optional<String> text = text(value);
        if (desired && text.isPresent())
            findings.add(Diagnostic
                    .warning("MC0287", key + " looks like a secret", new Label(value.span(), ""))
                    .why("everyone who can read the file knows it; plans and logs hide values of keys with such"
                            + " names")
                    .fix("write secret(\"env:NAME\") or secret(\"file:PATH\")"));
        return text.map(t -> new Value.Text(t, value.span()));
    }

    private Optional<String> text(Expression value) {
        Span span = value.span();
        switch (value) {
            case Expression.Text t -> {
                return Optional.of(t.text());
            }
            case Expression.Literal _,Expression.Word _,Expression.Truth _ -> {
                return Optional.of(ValueSpelling.of(value));
            }
            case Expression.Broken _ -> {
                return Optional.empty();
            }
            default -> {
                findings.add(Diagnostic.error("MC0285", "expected a single value", new Label(span, ""))
                        .why("the server stores only texts here")
                        .fix("write it as the server stores it: \"a,b\" for a list"));
                return Optional.empty();
            }
        }
    }
}
