package mcnet.schema;

import java.util.Set;

/**
 * What objects of a kind are on the server.
 *
 * @param collection the last segment of the path that lists them, {@code network-acls} or {@code forwards}; empty where the
 *        kind is no object of the server's
 * @param type what the server calls those of its networks that are of this kind, {@code ovn}; empty elsewhere
 * @param parent the kind of the object that they stand on and are removed with, {@code network} for forwards; or empty
 * @param parentTypes which of the server's networks have such parts
 * @param nameKey the field of the object that holds its name
 * @param command how the server's own client calls them, behind {@code lxc}: {@code network acl}
 * @param extension the API extension without which a server has no such thing; empty: every server has it
 * @param keys the config keys of such objects
 */
public record ServerObject(String collection, String type, String parent, Set<String> parentTypes, String nameKey,
        String command, String extension, ConfigKeys keys) {
    public static final ServerObject NONE = new ServerObject("", "", "", Set.of(), "name", "", "", ConfigKeys.NONE);

    public ServerObject {
        parentTypes = Set.copyOf(parentTypes);
    }

    public boolean exists() {
        return !collection.isEmpty();
    }

    public boolean isPart() {
        return !parent.isEmpty();
    }

    public ServerObject at(String path, String networkType) {
        return new ServerObject(path, networkType, parent, parentTypes, nameKey, command, extension, keys);
    }

    /** A part of another object, of which each has a collection of its own. */
    public ServerObject of(String parentKind, String path, Set<String> networkTypes) {
        return new ServerObject(path, type, parentKind, networkTypes, nameKey, command, extension, keys);
    }

    public ServerObject nameKey(String key) {
        return new ServerObject(collection, type, parent, parentTypes, key, command, extension, keys);
    }

    public ServerObject command(String words) {
        return new ServerObject(collection, type, parent, parentTypes, nameKey, words, extension, keys);
    }

    /** @param apiExtension what a server that has the thing lists in {@code api_extensions} of {@code GET /1.0} */
    public ServerObject since(String apiExtension) {
        return new ServerObject(collection, type, parent, parentTypes, nameKey, command, apiExtension, keys);
    }

    public ServerObject keys(ConfigKeys configKeys) {
        return new ServerObject(collection, type, parent, parentTypes, nameKey, command, extension, configKeys);
    }
}
