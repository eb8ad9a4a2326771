package mcnet.plan;

/**
 * One value of an object: an attribute, on one member where the server keeps one for each.
 *
 * @param attribute the attribute's path, {@code ipv4.address}
 * @param member the member, or empty where the whole cluster has one value
 */
public record Field(String attribute, String member) {

    public static Field of(String attribute) {
        return new Field(attribute, "");
    }

    @Override
    public String toString() {
        return member.isEmpty() ? attribute : attribute + "@" + member;
    }
}
