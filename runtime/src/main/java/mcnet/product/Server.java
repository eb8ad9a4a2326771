package mcnet.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * The server on a member, as it speaks of itself in {@code GET /1.0}.
 *
 * @param product empty where it did not tell
 * @param version as it says it, {@code 5.21.3}
 * @param extensions its {@code api_extensions}; no array where it did not tell
 */
public record Server(String member, Optional<Product> product, String version, JsonNode extensions) {

    /** @param server the answer of {@code GET /1.0} */
    public static Server of(String member, JsonNode server) {
        JsonNode environment = server.path("environment");
        return new Server(member, Product.named(environment.path("server").asText()),
                environment.path("server_version").asText(), server.path("api_extensions"));
    }

    /** What Incus can do without an extension that LXD has for it: {@code ipv4.dhcp.ranges} of OVN networks (6.0 and 7.0). */
    private static final Set<String> INCUS_ANYWAY = Set.of("ovn_dhcp_ranges");

    /**
     * It tells what it can do, and this is not among it.
     *
     * @param extension or the name of what has none ({@link FirstReleases#isUnlisted})
     */
    public boolean lacks(String extension) {
        if (FirstReleases.isUnlisted(extension)) return FirstReleases.isBefore(extension, this);
        if (is(Product.INCUS) && INCUS_ANYWAY.contains(extension)) return false;
        return extensions.isArray() && extensions.valueStream().noneMatch(e -> e.asText().equals(extension));
    }

    /** It tells that it can do this. */
    public boolean offers(String extension) {
        return extensions.isArray() && !lacks(extension);
    }

    /** Its product and release, as an error says it: {@code LXD 5.0.2}. */
    public String title() {
        return product.orElse(Product.LXD).title() + " " + version;
    }

    boolean is(Product other) {
        return product.equals(Optional.of(other));
    }

    /** It has this release or a later one. */
    boolean isSince(String first) {
        return Release.of(version).filter(mine -> mine.compareTo(Release.of(first).orElseThrow()) >= 0).isPresent();
    }

    /** It has this release or a later one of the same series, {@code 5.0.4} as {@code 5.0.9}. */
    boolean isLaterInItsSeries(String first) {
        Release other = Release.of(first).orElseThrow();
        return isSince(first) && Release.of(version)
                .filter(mine -> mine.series() == other.series() && mine.minor() == other.minor()).isPresent();
    }

    /** Both ends belong to it; an end without a third number is that series' first release, {@code 6.3} is {@code 6.3.0}. */
    boolean isBetween(String first, String last) {
        return Release.of(version).filter(mine -> Release.of(first).orElseThrow().compareTo(mine) <= 0
                && mine.compareTo(Release.of(last).orElseThrow()) <= 0).isPresent();
    }
}
