package mcnet.schema;

/** An address family. */
public enum Family {
    IPV4("IPv4"), IPV6("IPv6"), ANY("IP");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** As people write it: {@code IPv4}. */
    public String title() {
        return title;
    }

    /** As keys and blocks begin: {@code ipv4}. */
    public String prefix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
