package mcnet.observe;

/** Who is asked. */
public sealed interface Place {

    /** What the whole cluster shares: any one member answers for all. */
    record Cluster() implements Place {
        @Override
        public String toString() {
            return "cluster";
        }
    }

    /** One member, for what only it knows. */
    record Member(String name) implements Place {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The machine that runs mcnet. */
    record Here() implements Place {
        @Override
        public String toString() {
            return "here";
        }
    }

    Place CLUSTER = new Cluster();
    Place HERE = new Here();

    static Place member(String name) {
        return new Member(name);
    }
}
