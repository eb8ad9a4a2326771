package mcnet.ssh.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;

/**
 * Options of ssh that the user set for a member and that have no effect on mcnet's own connection to it. They are told
 * apart from ssh's defaults by what {@code ssh -G} prints without any configuration.
 */
public final class UnusedOptions {
    /** ssh has done it when it answers. */
    private static final Set<String> DONE = Set.of("canonicaldomains", "canonicalizefallbacklocal",
            "canonicalizehostname", "canonicalizemaxdots", "canonicalizepermittedcnames", "ignoreunknown", "tag");
    /**
     * Those of a person's session, of passwords, of a connection that several commands share; and those by which ssh would
     * ask less of a host than mcnet does, which never takes an unknown key.
     */
    private static final Set<String> SESSION = Set.of("addkeystoagent", "batchmode", "clearallforwardings",
            "compression", "connectionattempts", "controlmaster", "controlpath", "controlpersist", "dynamicforward",
            "enableescapecommandline", "escapechar", "exitonforwardfailure", "fingerprinthash",
            "forkafterauthentication", "forwardagent", "forwardx11", "forwardx11timeout", "forwardx11trusted",
            "gatewayports", "gssapiauthentication", "gssapidelegatecredentials", "gssapikeyexchange",
            "gssapirenewalforcesrekey", "gssapitrustdns", "gssapikexalgorithms", "gssapiclientidentity",
            "gssapiserveridentity", "hashknownhosts", "hostbasedauthentication", "hostbasedacceptedalgorithms", "ipqos",
            "kbdinteractiveauthentication", "kbdinteractivedevices", "channeltimeout", "localcommand", "localforward",
            "loglevel", "logverbose",
            "nohostauthenticationforlocalhost", "numberofpasswordprompts", "obscurekeystroketiming",
            "passwordauthentication", "permitlocalcommand", "permitremoteopen", "rekeylimit", "remotecommand",
            "remoteforward", "requesttty", "sendenv", "sessiontype", "setenv", "stdinnull", "streamlocalbindmask",
            "streamlocalbindunlink", "stricthostkeychecking", "syslogfacility", "tcpkeepalive", "tunnel",
            "tunneldevice", "updatehostkeys", "visualhostkey", "xauthlocation", "useroaming",
            "challengeresponseauthentication");

    private static final SshProgram.Query DEFAULTS = SshProgram.Query.withoutConfiguration();

    private final SshProgram program;
    private final SortedMap<String, List<String>> members = new TreeMap<>();

    public UnusedOptions(SshProgram program) {
        this.program = program;
    }

    /** Asks ssh for its defaults while others ask it for members. */
    public void begin() {
        program.begin(DEFAULTS);
    }

    public void add(String member, SshConfig config) {
        Map<String, List<String>> unset;
        try {
            unset = program.get(DEFAULTS).words();
        } catch (IOException e) {
            return;
        }
        config.words().forEach((word, values) -> {
            if (SshConfig.USED.contains(word) || DONE.contains(word) || SESSION.contains(word)) return;
            if (values.equals(unset.get(word))) return;
            List<String> of = members.computeIfAbsent(word + " " + String.join(" ", values), _ -> new ArrayList<>());
            if (!of.contains(member)) of.add(member);
        });
    }

    /** One warning for all of them; none where there is nothing to say. */
    public List<Diagnostic> told() {
        if (members.isEmpty()) return List.of();
        String options = members.entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")").collect(Collectors.joining("; "));
        return Optional.of(Diagnostic.warning("MC0827", "options of ssh have no effect in mcnet: " + options)
                .why("mcnet connects itself: it asks ssh only for the address and the keys, and does not"
                        + " support these options")
                .fix("nothing, if the members are reached without them; otherwise use another way, such as"
                        + " ProxyJump"))
                .stream().toList();
    }
}
