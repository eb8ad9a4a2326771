package mcnet.observe;

/** A question and the one it is put to. */
public record Asked(Place place, Question question) {

    /** GET of what all members of a cluster share. */
    public static Asked cluster(String path) {
        return new Asked(Place.CLUSTER, new Question.Lxd(path));
    }

    /** GET of what one member knows. */
    public static Asked member(String member, String path) {
        return new Asked(Place.member(member), new Question.Lxd(path));
    }

    public static Asked member(String member, Question question) {
        return new Asked(Place.member(member), question);
    }
}
