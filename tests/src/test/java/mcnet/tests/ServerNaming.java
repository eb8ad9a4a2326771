package mcnet.tests;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is called otherwise on a server than on LXD, whose names the stories are written in: its client, its folders, and
 * its objects in OVN and Open vSwitch.
 */
enum ServerNaming {
    LXD(List.of()), INCUS(List.of(new Name("(?<![\\w./-])lxc(?![\\w./-])", "incus"),
            new Name("(?<![\\w./-])lxd (?=sql|waitready|init|shutdown)", "incus admin "),
            new Name("/var/(lib|log)/lxd\\b", "/var/$1/incus"),
            new Name("\\blxd(?=ovn|-net|_acl|_net|_port_group|_switch|_location)", "incus"),
            new Name("\\.lxd\\b", ".incus"),
            new Name("\\bLXD\\b", "Incus"), new Name("^lxd$", "incus-admin")));

    private final List<Name> names;

    ServerNaming(List<Name> names) {
        this.names = names;
    }

    private record Name(Pattern lxd, String other) {
        Name(String lxd, String other) {
            this(Pattern.compile(lxd), other);
        }
    }

    /** A command, a pattern or a text as this server has it. */
    String of(String text) {
        String own = text;
        for (Name name : names)
            own = name.lxd().matcher(own).replaceAll(name.other());
        return own;
    }
}
