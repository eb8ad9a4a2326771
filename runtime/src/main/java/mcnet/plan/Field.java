package mcnet.plan;

/**
 * One value of an object: an attribute, on one member where the server keeps one for each; or one of the things that an
 * attribute is a set of, as each rule of an ACL is.
 *
 * @param attribute the attribute's path, {@code ipv4.address}
 * @param member the member, or empty where the whole cluster has one value
 * @param element what is in the set, {@code allow ingress tcp 80}; empty where the attribute has one value
 */
public record Field(String attribute, String member, String element) {

    public Field(String attribute, String member) {
        this(attribute, member, "");
    }

    public static Field of(String attribute) {
        return new Field(attribute, "");
    }

    /** Its value is {@link #IN} where the set holds it. */
    public static Field element(String attribute, String element) {
        return new Field(attribute, "", element);
    }

    /** The value of an element that is there. */
    public static final String IN = "in";

    public boolean isElement() {
        return !element.isEmpty();
    }

    @Override
    public String toString() {
        return attribute + (member.isEmpty() ? "" : "@" + member) + (element.isEmpty() ? "" : "[" + element + "]");
    }
}
