package mcnet.observe;

/** A question and the one it is put to. */
public record Query(QueryTarget place, Question question) {

    /** GET of what all members of a cluster share. */
    public static Query cluster(String path) {
        return new Query(QueryTarget.CLUSTER, new Question.Lxd(path));
    }

    /** GET of what one member knows. */
    public static Query member(String member, String path) {
        return new Query(QueryTarget.member(member), new Question.Lxd(path));
    }

    public static Query member(String member, Question question) {
        return new Query(QueryTarget.member(member), question);
    }
}
