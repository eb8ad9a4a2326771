package mcnet.tests.model;

/**
 * Where an object is.
 *
 * @param project whose namespace it is in, {@code default} where none is named; empty for what no project has
 * @param parent the network or zone that it stands on, or empty
 */
public record ObjectKey(Kind kind, String project, String parent, String name) {

    /** LXD's collections, and what it keeps of a network for each member ({@code lxd/db/networks.go}). */
    public enum Kind {
        PROJECT, NETWORK, MEMBER_OF_NETWORK, ACL, FORWARD, PEER, ZONE, RECORD, PROFILE, INSTANCE
    }

    static ObjectKey of(Kind kind, String project, String name) {
        return new ObjectKey(kind, project, "", name);
    }

    static ObjectKey project(String name) {
        return new ObjectKey(Kind.PROJECT, "", "", name);
    }

    static ObjectKey network(String project, String name) {
        return of(Kind.NETWORK, project, name);
    }

    /** Something on this network. */
    ObjectKey on(Kind other, String part) {
        return new ObjectKey(other, project, name, part);
    }

    /** As {@code used_by} names it ({@code shared/api/url.go Project}). */
    String url() {
        String collection = switch (kind) {
            case PROJECT -> "projects";
            case NETWORK -> "networks";
            case ACL -> "network-acls";
            case ZONE -> "network-zones";
            case PROFILE -> "profiles";
            case INSTANCE -> "instances";
            default -> throw new IllegalStateException(kind + " is used by nobody");
        };
        return "/1.0/" + collection + "/" + name
                + (project.isEmpty() || project.equals("default") ? "" : "?project=" + project);
    }
}
