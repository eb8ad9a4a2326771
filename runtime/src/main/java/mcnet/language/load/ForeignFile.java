package mcnet.language.load;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;

/**
 * A file of another program that was given in the place of one of ours. It is known by its first line and by keys that
 * stand at the beginning of lines; a file of ours with mistakes in it has neither.
 *
 * @param what it is, with an article
 * @param fix what to do with it; {@code FILE} stands for its name
 */
public record ForeignFile(String what, String fix) {
    private static final String IMPORT = "import from the cluster itself: mcnet import USER@HOST";
    private static final Pattern NOTHING = Pattern.compile("\\s*([#;].*|//.*|---\\s*)?");
    private static final Pattern SECTION = Pattern.compile("\\[[\\w.:-]+]\\s*(#.*)?|\\S+\\s+ansible_\\w+=.*");
    private static final Pattern HCL = Pattern.compile(
            "(resource|data|provider|variable|output|module|terraform|locals)(\\s+\"[^\"]*\"){0,2}\\s*\\{.*");
    private static final Pattern KEY = Pattern.compile("[\\w-]+:(\\s.*)?|- .*");

    private static final ForeignFile INI = new ForeignFile("an Ansible inventory in INI form",
            "convert it: ansible-inventory -i FILE --list --yaml > hosts.yaml, and write: cluster NAME { inventory"
                    + " \"hosts.yaml\" }");
    private static final ForeignFile TERRAFORM = new ForeignFile("a Terraform configuration", IMPORT);
    private static final ForeignFile JSON = new ForeignFile("JSON", IMPORT);
    private static final ForeignFile MICROCLOUD = new ForeignFile("a preseed of MicroCloud",
            "import it: mcnet import --from-preseed FILE");
    private static final ForeignFile PRESEED = new ForeignFile("a preseed of LXD or Incus",
            "give it to the server (lxd init --preseed < FILE), then " + IMPORT);
    private static final ForeignFile INVENTORY = new ForeignFile("an Ansible inventory",
            "refer to it in a .mcnet file: cluster NAME { inventory \"FILE\" }");
    private static final ForeignFile NETPLAN = new ForeignFile("a netplan configuration",
            "leave it to netplan, which configures the members' own interfaces; " + IMPORT);
    private static final ForeignFile DUMP = new ForeignFile("output of LXD or Incus (`network show`)",
            IMPORT);

    /** Empty: it is not known what it is. */
    public static Optional<ForeignFile> of(Source source) {
        String text = source.text().startsWith("\ufeff") ? source.text().substring(1) : source.text();
        List<String> lines = text.lines().limit(2000).toList();
        Optional<String> first = lines.stream().filter(l -> !NOTHING.matcher(l).matches()).findFirst();
        if (first.isEmpty())
            return Optional.empty();
        if (SECTION.matcher(first.get()).matches())
            return Optional.of(INI);
        if (HCL.matcher(first.get()).matches())
            return Optional.of(TERRAFORM);
        if (first.get().matches("[\\[{]\\s*(\"[^\"]*\"\\s*:.*|[\\[{]?\\s*)")
                && text.matches("(?s)\\s*[\\[{\\s]+\"[^\"]*\"\\s*[:,].*"))
            return Optional.of(JSON);
        return KEY.matcher(first.get()).matches() ? yaml(lines) : Optional.empty();
    }

    private static Optional<ForeignFile> yaml(List<String> lines) {
        if (has(lines, "systems", "lookup_subnet", "initiator", "initiator_address", "lookup_interface"))
            return Optional.of(MICROCLOUD);
        if (has(lines, "storage_pools", "networks", "profiles", "projects", "cluster", "storage_volumes"))
            return Optional.of(PRESEED);
        if (has(lines, "all", "ungrouped") && lines.stream().anyMatch(l -> l.matches("\\s+(hosts|children):\\s*")))
            return Optional.of(INVENTORY);
        if (has(lines, "network") && lines.stream().anyMatch(l -> l.matches("\\s+(version|renderer|ethernets):.*")))
            return Optional.of(NETPLAN);
        boolean shown = has(lines, "used_by", "managed", "locations")
                || has(lines, "config") && has(lines, "name", "type", "description")
                || has(lines, "ingress", "egress") && has(lines, "name", "config", "description")
                || has(lines, "listen_address") && has(lines, "ports", "backends");
        return shown ? Optional.of(DUMP) : Optional.empty();
    }

    /** Of MicroCloud, which import takes. */
    public boolean isMicroCloud() {
        return this == MICROCLOUD;
    }

    /** One of the keys begins a line, or a first element of a list. */
    private static boolean has(List<String> lines, String... keys) {
        Pattern key = Pattern.compile("(- )?(" + String.join("|", keys) + "):(\\s.*)?");
        return lines.stream().anyMatch(l -> key.matcher(l).matches());
    }

    /** The one thing to be said of the file; what the parser says of its lines helps nobody. */
    public Diagnostic diagnostic(Source source) {
        String name = source.name();
        String inShell = name.matches("[\\w./+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
        String first = source.text().lines().filter(l -> !NOTHING.matcher(l).matches()).findFirst().orElse("");
        int start = source.text().indexOf(first);
        return Diagnostic.error("MC0293", name + " is " + what + ", not a .mcnet file",
                new Label(new Span(source, start, start + first.length()), ""))
                .why("it is written in another language").fix(fix.replace("FILE", inShell));
    }
}
