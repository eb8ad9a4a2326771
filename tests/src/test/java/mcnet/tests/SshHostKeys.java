package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which machine it is: host keys that are met, changed or pinned. */
abstract class SshHostKeys extends SshStory {
    @Test
    void anUnknownHostIsMetOnceAndTrusted() throws Exception {
        Files.delete(file("known_hosts"));
        config(rootWithKey());
        fails(lab.mcnet("plan"), "MC0803", "SHA256:", "mcnet trust");
        Mcnet.Result asked = lab.mcnet("trust");
        assertEquals(1, asked.status(), asked::toString);
        assertAll(() -> assertTrue(asked.out().contains(lab.here("micro1 at 10.77.0.1: ssh-ed25519 SHA256:")),
                asked::toString), () -> assertFalse(Files.exists(file("known_hosts"))));
        works(lab.mcnet("trust", "--yes"));
        assertEquals(Files.readString(lab.lab().knownHosts()), Files.readString(file("known_hosts")));
        works(lab.mcnet("plan"));
        assertTrue(lab.mcnet("trust").out().contains("All host keys of cluster lab are known."));
    }

    @Test
    void machinesOnTheWayAreMetFirst() throws Exception {
        Files.delete(file("known_hosts"));
        config("""
                Host bastion
                  HostName 10.77.0.1
                  HostKeyAlias the-bastion
                Host 10.77.0.2
                  ProxyJump bastion
                """ + rootWithKey());
        works(lab.mcnet("trust", "--yes"));
        String known = Files.readString(file("known_hosts"));
        assertTrue(known.contains("the-bastion ssh-ed25519 ") && known.contains(lab.here("10.77.0.2 ssh-ed25519 ")),
                known);
        works(lab.mcnet("plan"));
    }

    @Test
    void aChangedKeyIsNeverReplaced() throws Exception {
        config(rootWithKey());
        String swapped = Files.readString(file("known_hosts")).replace(lab.here("10.77.0.1 "), "was.first ")
                .replace(lab.here("10.77.0.2 "), lab.here("10.77.0.1 ")).replace("was.first ", lab.here("10.77.0.2 "));
        Files.writeString(file("known_hosts"), swapped);
        fails(lab.mcnet("plan"), "MC0804", "the host key of member micro1 has changed", "ssh-keygen -f");
        fails(lab.mcnet("trust", "--yes"), "MC0804");
        assertEquals(swapped, Files.readString(file("known_hosts")));
    }

    @Test
    void aPinnedKeyNeedsNoKnownHosts() throws Exception {
        Files.delete(file("known_hosts"));
        config(rootWithKey());
        pinned(fingerprint("micro1"), fingerprint("micro2"), fingerprint("micro3"));
        works(lab.mcnet("plan"));
        pinned(fingerprint("micro1"), fingerprint("micro1"), fingerprint("micro3"));
        fails(lab.mcnet("plan"), "MC0812", "member micro2 has a different host key than host_key in the file");
    }

    private static void pinned(String first, String second, String third) {
        String form = "host_key = \"%s\"";
        members("", List.of("10.77.0.1", "10.77.0.2", "10.77.0.3"),
                List.of(form.formatted(first), form.formatted(second), form.formatted(third)));
    }

    private static String fingerprint(String member) {
        return lab.on(member, "ssh-keygen", "-lf", "/etc/ssh/ssh_host_ed25519_key.pub").split(" ")[1];
    }
}
