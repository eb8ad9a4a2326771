package mcnet.importing;

import java.util.List;
import mcnet.plan.Found;

/** The rules of an ACL, as sentences. */
record Rules(Found acl, Services services) {

    List<String> lines() {
        return Imported.elements(acl).stream().map(Rules::whole).map(services::named).toList();
    }

    /** A rule about everything says so. */
    private static String whole(String rule) {
        return rule.replaceFirst("^((?:allow|reject|drop) (?:ingress|egress))(?=$| log| disabled| \")", "$1 any");
    }
}
