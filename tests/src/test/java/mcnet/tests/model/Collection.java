package mcnet.tests.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One of LXD's collections: pure functions of what the database holds. They throw {@link Refusal}. */
interface Collection {

    /** Where the objects of a request are; refuses a project or a network that is not there. */
    ObjectKey key(ServerState state, RequestPath path);

    /** An object as it is shown. */
    ObjectNode shown(ServerState state, ObjectKey key, String target);

    /** @param key of the collection, without a name */
    ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body);

    /** @param patch whether what is not said stays, as far as LXD keeps it */
    ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch);

    ServerState delete(ServerState state, ObjectKey key);

    /** The fields that an ETag is made of; none where the server looks at no {@code If-Match}. */
    List<String> tagged();

    /** What a missing object is called: {@code Network not found}. */
    String noun();

    /** What a write says where its object is missing. */
    default String missing(String method, ObjectKey key) {
        return noun() + " not found";
    }
}
