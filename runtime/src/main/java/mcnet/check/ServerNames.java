package mcnet.check;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;

/**
 * Names that the server refuses, or takes and then trips over: LXD's network.ValidateName, and the separators
 * of {@code ovn-bridge-mappings}, in which an uplink's name is written.
 */
final class ServerNames implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        facts.program().each(d -> check(d, report));
    }

    private static final Pattern STRANGER = Pattern.compile("[^-\\w.]");
    private static final Pattern HOSTNAME = Pattern.compile("[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");

    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,254}$)" + HOSTNAME + "(\\." + HOSTNAME + ")*\\.?");

    private static final Pattern LABEL = Pattern.compile("[a-zA-Z]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");

    private static void check(Declaration declaration, Consumer<Diagnostic> report) {
        String why = switch (declaration.kind().naming()) {
            case ANY, ADDRESS, ZONE -> "";
            case LABEL -> LABEL.matcher(declaration.name()).matches()
                    ? ""
                    : "it has 1 to 63 letters, digits and dashes, no digit in front and no dash at its ends";
            case NETWORK -> network(declaration.name());
            case PROJECT -> declaration.name().contains("_")
                    ? "the server takes no underscore in the name of a project, but joins names of projects with it"
                    : network(declaration.name());
            case HOSTNAME -> declaration.kind().name().equals("member")
                    ? member(declaration.name())
                    : HOSTNAME.matcher(declaration.name()).matches()
                            ? ""
                            : "a host name has 1 to 63 letters, digits and dashes, and no dash at its ends";
        };
        if (!why.isEmpty())
            report.accept(Diagnostic.error("MC0303", "no " + declaration.kind().name() + " can be called `"
                    + declaration.name() + "`", new Label(declaration.span(), "")).why(why)
                    .fix("choose another name"));
    }

    /** LXD takes any name of a member but {@code none}; it is the host's name, with its domain where the host has one. */
    private static String member(String name) {
        if (name.equals("none")) return "LXD uses the word for a server without a name (lxd/api_cluster.go clusterPut)";
        return DOMAIN.matcher(name).matches()
                ? ""
                : "the name of a member is the name of its host, or its full domain name";
    }

    private static String network(String name) {
        if (name.isEmpty())
            return "the server asks for a name";
        if (name.startsWith("veth"))
            return "LXD hides networks whose names begin with veth, as if they were interfaces of instances";
        if (name.contains("..") || name.startsWith("."))
            return "the name becomes part of a file's name, where such dots lead elsewhere";
        var stranger = STRANGER.matcher(name);
        return stranger.find()
                ? "`" + stranger.group() + "` separates names in OVN's mappings or in the server's URLs"
                : "";
    }
}
