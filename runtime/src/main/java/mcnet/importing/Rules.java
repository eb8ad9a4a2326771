package mcnet.importing;

import java.util.Comparator;
import java.util.List;
import mcnet.plan.Found;

/** The rules of an ACL, as sentences, in the order in which they work: the server knows no other. */
record Rules(Found acl, Services services) {
    private static final List<String> VERDICTS = List.of("drop", "reject", "allow");

    List<String> lines() {
        return Imported.elements(acl).stream().sorted(Comparator.comparingInt(Rules::rank)).map(Rules::whole)
                .map(services::named).toList();
    }

    private static int rank(String rule) {
        return VERDICTS.indexOf(rule.substring(0, rule.indexOf(' ')));
    }

    /** A rule about everything says so. */
    private static String whole(String rule) {
        return rule.replaceFirst("^((?:allow|reject|drop) (?:ingress|egress))(?=$| log| disabled| \")", "$1 any");
    }
}
