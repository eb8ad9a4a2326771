package mcnet.schema;

/** Where the names of a kind live: two objects of one name in two namespaces are two objects. */
public enum Namespace {
    /** The whole cluster has one. */
    CLUSTER,
    /** Each project has one. */
    PROJECT,
    /** A project that has networks of its own ({@code features.networks}) has one; the others share the cluster's. */
    NETWORKS,
    /** The same for DNS zones ({@code features.networks.zones}). */
    ZONES,
    /** The same for profiles ({@code features.profiles}). */
    PROFILES,
    /** Each project has one for its instances. */
    INSTANCES
}
