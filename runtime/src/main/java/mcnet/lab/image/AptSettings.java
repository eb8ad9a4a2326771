package mcnet.lab.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Debian packages come from, and through what.
 *
 * @param mirror the base of a Debian archive, without a slash at its end
 * @param proxies build arguments by their names, {@code http_proxy}; empty: none is needed
 */
record AptSettings(String mirror, Map<String, String> proxies) {

    static final String PUBLIC_MIRROR = "http://deb.debian.org/debian";

    private static final Set<String> DEBIAN_SUITES = Set.of("bullseye", "bookworm", "trixie", "forky", "oldstable",
            "stable", "testing", "unstable", "sid");

    private static final Pattern PROXY = Pattern
            .compile("Acquire::(http|https)::Proxy \"([^\"]+)\";", Pattern.CASE_INSENSITIVE);

    /**
     * @param sources what this machine's apt knows; on a machine that is not Debian, none of it fits
     * @param dump what {@code apt-config dump} prints
     */
    static AptSettings of(List<AptSource> sources, String dump) {
        return new AptSettings(mirror(sources), proxies(dump));
    }

    /** The archive that carries Debian itself, not its security updates and nobody else's packages. */
    private static String mirror(List<AptSource> sources) {
        return sources.stream()
                .filter(s -> s.uri().matches("https?://.*/debian/?"))
                .filter(s -> s.components().contains("main"))
                .filter(s -> s.suites().stream().anyMatch(DEBIAN_SUITES::contains))
                .map(s -> s.uri().replaceFirst("/+$", ""))
                .findFirst().orElse(PUBLIC_MIRROR);
    }

    private static Map<String, String> proxies(String dump) {
        Map<String, String> proxies = new HashMap<>();
        Matcher setting = PROXY.matcher(dump);
        while (setting.find())
            if (!setting.group(2).equalsIgnoreCase("DIRECT"))
                proxies.put(setting.group(1).toLowerCase() + "_proxy", setting.group(2));
        return proxies;
    }
}
