package mcnet.lab;

/** What marks everything that a lab makes in the engine, and remembers what cannot be seen otherwise. */
public final class Labels {

    /** The name of the lab that a container or a network belongs to. */
    static final String LAB = "mcnet.lab";

    /** The number that its addresses follow from. */
    static final String NUMBER = "mcnet.lab.number";

    /** How many members it is to have. */
    static final String MEMBERS = "mcnet.lab.members";

    /** The member that a container is. */
    static final String MEMBER = "mcnet.lab.member";

    /** The image that its members are made of, where a user named one. */
    static final String FROM = "mcnet.lab.from";

    /** The server that its members run, where they are of mcnet's own image. */
    static final String SERVER = "mcnet.lab.server";

    /** On images, which all labs share. */
    public static final String IMAGE = "mcnet.lab.image";

    private Labels() {}
}
