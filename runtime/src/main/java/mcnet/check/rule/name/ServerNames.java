package mcnet.check.rule.name;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;

/**
 * Names that the server refuses, or takes and then trips over: LXD's network.ValidateName, and the separators
 * of {@code ovn-bridge-mappings}, in which an uplink's name is written.
 */
public final class ServerNames implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().each(d -> check(d, report));
    }

    private static final Pattern KEY = Pattern.compile("[^.\\p{Cntrl}]+");
    private static final Pattern STRANGER = Pattern.compile("[^-\\w.]");
    /** {@code shared/validate/validate.go IsURLSegmentSafe}, and the colon of {@code ValidateName}. */
    private static final String IN_URLS = "/?&+:";
    private static final Pattern HOSTNAME = Pattern.compile("[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");

    private static final Pattern MEMBER = Pattern
            .compile("[^-\\s/?&#%'\"\\\\`$\\p{Cntrl}][^\\s/?&#%'\"\\\\`$\\p{Cntrl}]*");

    private static void check(Declaration declaration, Consumer<Diagnostic> report) {
        String why = switch (declaration.kind().naming()) {
            case ANY, ADDRESS, ZONE -> "";
            case LABEL -> HOSTNAME.matcher(declaration.name()).matches()
                    ? ""
                    : "it has 1 to 63 letters, digits and dashes, and no dash at its ends";
            case NETWORK -> network(declaration.name());
            case INTERFACE -> interfaceName(declaration.name());
            case PROJECT -> project(declaration.name());
            case MEMBER -> member(declaration.name());
            case HOSTNAME -> HOSTNAME.matcher(declaration.name()).matches()
                    ? ""
                    : "a host name has 1 to 63 letters, digits and dashes, and no dash at its ends";
            case KEY -> KEY.matcher(declaration.name()).matches()
                    ? tunnel(declaration)
                    : "it becomes part of a key on the server, in which dots separate the parts";
        };
        if (!why.isEmpty())
            report.accept(Diagnostic.error("MC0303", "invalid " + declaration.kind().name() + " name:"
                    + " `" + declaration.name() + "`", new Label(declaration.span(), "")).why(why)
                    .fix("choose another name"));
    }

    /**
     * LXD takes any name of a member but {@code none}: by itself the host's, with its domain where the host has one. What
     * separates words in a shell or parts of a URL is refused here.
     */
    private static String member(String name) {
        if (name.equals("none"))
            return "the server reserves this word for a server without a name (lxd/api_cluster.go"
                    + " clusterPut)";
        return MEMBER.matcher(name).matches()
                ? ""
                : "it is used in URLs and commands, so it cannot contain spaces, slashes or quotes, or begin"
                        + " with a dash";
    }

    /** As {@code lxd/api_project.go projectValidateName}, and signs that need quotes. */
    private static String project(String name) {
        if (name.contains("_"))
            return "the server does not allow an underscore in the name of a project, because it joins names of"
                    + " projects with it";
        return plain(name, "/ '\"");
    }

    private static String network(String name) {
        return name.startsWith("veth")
                ? "the server hides networks whose names begin with veth, because it takes them for interfaces of instances"
                : plain(name, IN_URLS);
    }

    /** {@code lxd/network/driver_bridge.go getTunnels}: an interface {@code BRIDGE-TUNNEL}. */
    private static String tunnel(Declaration declaration) {
        boolean fits = !declaration.kind().name().equals(KindName.TUNNEL)
                || declaration.inside().outer().length() + declaration.name().length() <= 14;
        return fits
                ? ""
                : "each member gets an interface " + declaration.inside().outer() + "-" + declaration.name()
                        + ", and Linux allows 15 characters there";
    }

    private static String interfaceName(String name) {
        return name.length() < 2 || name.length() > 15
                ? "each member gets an interface of this name, and Linux allows 2 to 15 characters there"
                : network(name);
    }

    /** @param refused signs that LXD takes in no such name */
    private static String plain(String name, String refused) {
        if (name.isEmpty())
            return "the server requires a name";
        if (name.contains(".."))
            return "the name becomes part of file names, where `..` would lead to another folder; newer LXD"
                    + " refuses it";
        if (name.startsWith("."))
            return "the name would be that of a hidden file";
        Matcher stranger = STRANGER.matcher(name);
        if (!stranger.find())
            return "";
        String sign = stranger.group();
        if (refused.contains(sign))
            return "the server refuses `" + sign + "` in it";
        return sign.equals(",")
                ? "`,` separates names in the server's lists"
                : "it can contain only letters, digits, `-`, `_` and `.`, so that it needs no quotes in lists"
                        + " and commands";
    }
}
