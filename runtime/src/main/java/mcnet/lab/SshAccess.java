package mcnet.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcnet.lab.engine.StateFolder;

/** The key that opens all members, and the keys by which they are known. */
final class SshAccess {

    private static final String END = "-----END OPENSSH PRIVATE KEY-----\n";

    private SshAccess() {}

    /** Lets this user in; the key is made once and survives a lab whose members are made anew. */
    static void grant(Members members, String lab, StateFolder state) {
        Path identity = state.identity(lab);
        Path publicKey = Path.of(identity + ".pub");
        if (!Files.exists(identity) || !Files.exists(publicKey)) {
            String pair = members.run(members.central(), "access", "new").stdout();
            int end = pair.indexOf(END) + END.length();
            StateFolder.write(identity, pair.substring(0, end));
            StateFolder.write(publicKey, pair.substring(end));
        }
        String key = StateFolder.read(publicKey).strip();
        List<String> hostKeys = ParallelMembers.map(members.all(),
                member -> member.management() + " " + members.run(member, "access", "grant", key).text());
        StateFolder.write(state.knownHosts(lab), String.join("\n", hostKeys) + "\n");
    }
}
