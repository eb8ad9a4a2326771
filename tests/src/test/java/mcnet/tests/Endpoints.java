package mcnet.tests;

import java.util.List;
import java.util.Optional;
import mcnet.ssh.Endpoint;
import mcnet.ssh.Timeouts;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import mcnet.tests.simulator.SimulatedMember;

/** The way to a simulated member, for tests that call it themselves. */
final class Endpoints {
    private Endpoints() {}

    /** @param curl whether LXD is asked by curl and sudo, not by its socket */
    static Endpoint of(SimulatedMember member, boolean curl) {
        String host = member.sshd().address();
        int port = member.sshd().port();
        return new Endpoint("micro1", host, port,
                new Credentials("root", List.of(member.sshd().identity()), true, true, Optional.empty()),
                new HostIdentity(HostIdentity.name(host, port), List.of(member.sshd().knownHosts()), Optional.empty()),
                Optional.empty(), Optional.empty(), curl, Timeouts.DEFAULT);
    }
}
