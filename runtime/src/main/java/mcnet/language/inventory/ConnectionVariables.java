package mcnet.language.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.DiagnosticCollector;
import mcnet.language.inventory.Inventory.Host;
import mcnet.language.inventory.Inventory.Scalar;

/**
 * The variables of a host that say how Ansible connects to it ("Connecting to hosts: behavioral inventory parameters"),
 * as the items of an {@code ssh} block. One that mcnet cannot follow is told, never passed over.
 *
 * @param value gives a variable's value; nothing for a template of Jinja, which is an error then
 * @param unused is told of a variable without effect
 */
record ConnectionVariables(Host host, java.util.function.Function<String, Optional<Scalar>> value,
        DiagnosticCollector findings,
        BiConsumer<Scalar, String> unused) {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");
    private static final Set<String> BY_SSH = Set.of("ssh", "smart", "paramiko", "paramiko_ssh", "libssh",
            "ansible.builtin.ssh", "ansible.builtin.paramiko_ssh", "ansible.netcommon.libssh");
    private static final List<String> PREFIXES = List.of("ansible_ssh_", "ansible_become", "ansible_password",
            "ansible_host_key_checking", "ansible_paramiko_", "ansible_timeout");
    /** How Ansible moves its own files and modules; nothing of it concerns a connection of mcnet's. */
    private static final Set<String> OF_ANSIBLE = Set.of("ansible_ssh_pipelining", "ansible_ssh_transfer_method",
            "ansible_ssh_retries", "ansible_ssh_control_path", "ansible_ssh_control_path_dir", "ansible_ssh_use_tty",
            "ansible_ssh_common_args", "ansible_ssh_extra_args", "ansible_ssh_user", "ansible_ssh_port",
            "ansible_ssh_host", "ansible_ssh_private_key_file", "ansible_become", "ansible_become_user",
            "ansible_become_method");

    /** The items, in the order of mcnet's own words. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        connection();
        text(items, "user", "ansible_user", "ansible_ssh_user");
        first("ansible_port", "ansible_ssh_port").ifPresent(v -> items.add(attribute("port", number(v), v.span())));
        text(items, "identity", "ansible_ssh_private_key_file", "ansible_private_key_file");
        become().ifPresent(items::add);
        for (String variable : List.of("ansible_ssh_common_args", "ansible_ssh_extra_args"))
            value.apply(variable).ifPresent(args -> new SshArguments(args, variable, items, findings, unused).read());
        host.variables().forEach(this::rest);
        return items;
    }

    private Optional<Scalar> first(String variable, String older) {
        return value.apply(variable).or(() -> value.apply(older));
    }

    private void text(List<Item> items, String key, String variable, String older) {
        first(variable, older).ifPresent(
                v -> items.add(attribute(key, new Expression.Text(v.text(), v.span()), v.span())));
    }

    private void connection() {
        Optional<Scalar> by = value.apply("ansible_connection").filter(v -> !BY_SSH.contains(v.text()));
        by.ifPresent(v -> findings.add(Diagnostic.error("MC0461",
                "connection " + v.text() + " of " + host.name().text() + " is not supported",
                new Label(v.span(), "")).why("mcnet connects to members only by SSH")
                .fix("write ansible_connection: ssh, and make the machine reachable by SSH")));
    }

    /** Asking LXD as root is what {@code sudo = true} means. */
    private Optional<Item> become() {
        Optional<Scalar> become = value.apply("ansible_become")
                .filter(v -> TRUE.contains(v.text().toLowerCase(Locale.ROOT)));
        if (become.isEmpty()) return Optional.empty();
        value.apply("ansible_become_user").filter(v -> !v.text().equals("root"))
                .ifPresent(v -> unused.accept(v, "ansible_become_user"));
        value.apply("ansible_become_method").filter(v -> !v.text().equals("sudo"))
                .ifPresent(v -> unused.accept(v, "ansible_become_method"));
        Span at = become.get().span();
        return Optional.of(attribute("sudo", new Expression.Truth(true, at), at));
    }

    private void rest(String variable, Scalar scalar) {
        if (OF_ANSIBLE.contains(variable) || variable.equals("ansible_ssh_private_key_file")) return;
        if (PREFIXES.stream().anyMatch(variable::startsWith)) unused.accept(scalar, variable);
    }

    static Item attribute(String key, Expression value, Span span) {
        return new Item.Attribute(new Name(key, false, span), value, span);
    }

    static Expression number(Scalar value) {
        return value.text().matches("\\d+")
                ? new Expression.Literal(Expression.Form.WHOLE, value.text(), value.span())
                : new Expression.Text(value.text(), value.span());
    }
}
