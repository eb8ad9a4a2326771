package mcnet.gather;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Cluster;
import mcnet.model.Member;
import mcnet.remote.Endpoint;
import mcnet.remote.FleetException;
import mcnet.remote.RemoteException;

/** What could not be reached, said so that a person can mend it. */
public final class Failures {
    private Failures() {}

    public static List<Diagnostic> of(FleetException e, Cluster cluster) {
        return e.failures().stream().map(f -> of(f, cluster)).toList();
    }

    public static Diagnostic of(RemoteException e, Cluster cluster) {
        Endpoint to = e.endpoint();
        Label[] labels = cluster.member(to.name()).map(Member::span).map(s -> new Label[]{new Label(s, to.address())})
                .orElse(new Label[0]);
        String name = to.name();
        return switch (e.kind()) {
            case UNKNOWN_HOST ->
                Diagnostic.error("MC0801", "member " + name + ": there is no host " + to.host(), labels)
                        .why("the name does not resolve to an address")
                        .fix("write its address: member " + name + " { address = … }");
            case UNREACHABLE -> Diagnostic
                    .error("MC0802", "member " + name + " does not answer at " + to.host() + " port "
                            + to.port(), labels)
                    .why(e.getMessage())
                    .fix("see whether it is up and its SSH server listens: ssh " + command(to));
            case UNKNOWN_KEY ->
                Diagnostic.error("MC0803", "member " + name + " has a host key that is not known", labels)
                        .why(e.getMessage())
                        .fix("compare the fingerprint with the host's own, then record it: ssh-keyscan "
                                + (to.port() == 22 ? "" : "-p " + to.port() + " ") + to.host() + " >> "
                                + to.knownHosts());
            case CHANGED_KEY -> Diagnostic
                    .error("MC0804", "member " + name + " shows another host key than the recorded one",
                            labels)
                    .why(e.getMessage() + "; the machine was installed anew, or this is not the machine you mean")
                    .fix("find out which; if it was installed anew: ssh-keygen -f " + to.knownHosts() + " -R "
                            + to.host()
                            + ", then record the new key");
            case REFUSED -> Diagnostic.error("MC0805", "member " + name + " refused to log in " + to.user(), labels)
                    .why(to.identities().isEmpty()
                            ? "there is no private key to offer"
                            : "it takes none of the keys offered: " + list(to))
                    .fix("let this work first: ssh " + command(to)
                            + "; or name the key: ssh { identity = \"…\" }");
            case BAD_IDENTITY -> Diagnostic
                    .error("MC0806", "the private key for member " + name + " cannot be used", labels)
                    .why(e.getMessage())
                    .fix("name a key without passphrase in OpenSSH's format: ssh { identity = \"~/.ssh/id_ed25519\" }");
            case NO_LXD -> Diagnostic.error("MC0807", "LXD's socket on " + name + " cannot be reached", labels)
                    .why(e.getMessage())
                    .fix("see on " + name + " whether LXD runs, whether user " + to.user()
                            + " is in group lxd, and whether sshd allows it: AllowStreamLocalForwarding yes");
            case BROKEN -> Diagnostic.error("MC0808", "the connection to member " + name + " broke", labels)
                    .why(e.getMessage())
                    .fix("try again; if it breaks again, see the SSH server's log on " + name);
        };
    }

    private static String command(Endpoint to) {
        return (to.port() == 22 ? "" : "-p " + to.port() + " ") + to.user() + "@" + to.host();
    }

    private static String list(Endpoint to) {
        return to.identities().stream().map(Object::toString).reduce((a, b) -> a + ", " + b).orElse("");
    }
}
