package mcnet.schema;

/** An address family. */
public enum Family {
    IPV4, IPV6, ANY
}
