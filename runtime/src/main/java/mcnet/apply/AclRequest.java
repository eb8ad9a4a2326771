package mcnet.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;

/**
 * A request for one network ACL. LXD 5.0 answers it with 404 also where another ACL is removed at that moment: it lists all
 * names and reads each, to see which of them use this one ({@code lxd/network/acl/acl_load.go}, {@code UsedBy}). So an ACL
 * is gone only where it is not listed either.
 */
public final class AclRequest {
    private static final String ALL = "/1.0/network-acls";
    private static final int GONE = 404;
    private static final int FAILED = 500;
    private static final int TRIES = 10;

    private AclRequest() {}

    /**
     * Like {@link Session#request}, asked again while the server lists what it says that it does not find. Any other path
     * is asked once.
     *
     * @return 404 only where the ACL is not there; 500 where the server says both until the end
     */
    public static Session.Reply send(Session member, String method, String path, JsonNode body, String ifMatch)
            throws RemoteException {
        Session.Reply reply = member.request(method, path, body, ifMatch);
        if (!path.startsWith(ALL + "/")) return reply;
        for (int i = 1; reply.status() == GONE; i++) {
            if (!isListed(member, path)) return reply;
            if (i == TRIES) return contradiction(reply);
            reply = member.request(method, path, body, ifMatch);
        }
        return reply;
    }

    private static Session.Reply contradiction(Session.Reply reply) {
        return new Session.Reply(FAILED, reply.http(), MissingNode.getInstance(),
                reply.error() + ", and lists it all the same", "");
    }

    /** Where the list is not to be had, nothing speaks against the server's word. */
    private static boolean isListed(Session member, String path) throws RemoteException {
        int query = path.indexOf('?');
        String name = query < 0 ? path : path.substring(0, query);
        Session.Reply names = member.request("GET", query < 0 ? ALL : ALL + path.substring(query), null, null);
        return names.ok() && names.metadata().valueStream().map(JsonNode::asText)
                .anyMatch(url -> url.equals(name) || url.startsWith(name + "?"));
    }
}
