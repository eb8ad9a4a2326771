package mcnet.observe;

/** Who is asked. */
public sealed interface QueryTarget {

    /** What the whole cluster shares: any one member answers for all. */
    record Cluster() implements QueryTarget {
        @Override
        public String toString() {
            return "cluster";
        }
    }

    /** One member, for what only it knows. */
    record Member(String name) implements QueryTarget {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The machine that runs mcnet. */
    record Here() implements QueryTarget {
        @Override
        public String toString() {
            return "here";
        }
    }

    QueryTarget CLUSTER = new Cluster();
    QueryTarget HERE = new Here();

    static QueryTarget member(String name) {
        return new Member(name);
    }
}
