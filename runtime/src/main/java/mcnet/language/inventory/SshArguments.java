package mcnet.language.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.language.DiagnosticCollector;
import mcnet.language.inventory.Inventory.Scalar;

/** Arguments of ssh in a variable of an inventory, read as ssh(1) reads them: what they say, or that it has no effect. */
record SshArguments(Scalar arguments, String variable, List<Item> items, DiagnosticCollector findings,
        BiConsumer<Scalar, String> unused) {
    private static final Pattern WORD = Pattern.compile("((?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+)");
    /** ssh(1): letters that take a value. */
    private static final String WITH_VALUE = "BbcDEeFIiJLlmOoPpQRSWw";
    /** {@code ssh -W %h:%p [-q] bastion}, which is what {@code ProxyJump} stands for. */
    private static final Pattern JUMP = Pattern
            .compile(
                    "ssh(?:\\s+-q)?\\s+-W\\s+\\[?%h]?:%p(?:\\s+-q)?\\s+([\\w.@:-]+)|ssh(?:\\s+-q)?\\s+([\\w.@:-]+)\\s+-W\\s+%h:%p");
    /** They change nothing of a connection that mcnet opens itself; of host keys mcnet is as strict as can be. */
    private static final Set<String> HARMLESS = Set.of("controlmaster", "controlpersist", "controlpath", "compression",
            "forwardagent", "loglevel", "batchmode", "requesttty", "sendenv", "preferredauthentications",
            "passwordauthentication", "kbdinteractiveauthentication", "gssapiauthentication");

    void read() {
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.matches("-\\w.*")) {
                unused.accept(arguments, variable + " " + word);
                continue;
            }
            String letter = word.substring(1, 2);
            boolean takes = WITH_VALUE.contains(letter);
            String value = !takes ? "" : word.length() > 2 ? word.substring(2) : ++i < words.size() ? words.get(i) : "";
            if (letter.equals("o")) option(value);
            else
                letter(word, letter, value);
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments.text());
        while (matcher.find()) words.add(matcher.group(1).replaceAll("['\"]", ""));
        return words;
    }

    private void letter(String word, String letter, String value) {
        switch (letter) {
            case "J" -> add("jump", value);
            case "l" -> add("user", value);
            case "i" -> add("identity", value);
            case "p" -> add("port", value);
            case "F" -> add("config", value);
            case "C", "q", "v", "t", "T", "A", "a" -> {}
            default -> unused.accept(arguments, variable + " " + word);
        }
    }

    private void option(String said) {
        String[] parts = said.split("\\s*[=\\s]\\s*", 2);
        String value = parts.length < 2 ? "" : parts[1].strip();
        switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "proxyjump" -> add("jump", value);
            case "user" -> add("user", value);
            case "identityfile" -> add("identity", value);
            case "port" -> add("port", value);
            case "proxycommand" -> proxyCommand(value);
            case "stricthostkeychecking" -> {
                if (!value.equals("yes")) unused.accept(arguments, variable + " " + parts[0]);
            }
            case "userknownhostsfile" -> {
                if (value.equals("/dev/null")) unused.accept(arguments, variable + " " + parts[0]);
                else
                    add("known_hosts", value);
            }
            case String name when HARMLESS.contains(name) -> {}
            default -> unused.accept(arguments, variable + " " + parts[0]);
        }
    }

    private void proxyCommand(String command) {
        Matcher jump = JUMP.matcher(command.strip());
        if (jump.matches()) add("jump", Optional.ofNullable(jump.group(1)).orElse(jump.group(2)));
        else
            findings.add(Diagnostic.error("MC0462", variable + " contains a"
                    + " ProxyCommand", new Label(arguments.span(), ""))
                    .why("it would run on this machine, and an inventory may come from somebody else")
                    .fix("write -J USER@HOST there; or keep the command in your own ~/.ssh/config"));
    }

    private void add(String key, String value) {
        boolean known = items.stream().anyMatch(i -> i instanceof Item.Attribute a && a.key().text().equals(key));
        if (known) return;
        Scalar scalar = new Scalar(value, arguments.span());
        items.add(ConnectionVariables.attribute(key,
                key.equals("port") ? ConnectionVariables.number(scalar) : new Expression.Text(value, scalar.span()),
                scalar.span()));
    }
}
