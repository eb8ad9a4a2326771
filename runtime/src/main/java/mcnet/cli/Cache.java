package mcnet.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where mcnet keeps what it could make again: {@code $XDG_CACHE_HOME/mcnet}, else {@code ~/.cache/mcnet}. */
final class Cache {
    private Cache() {}

    static Path folder() {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(c -> c.startsWith("/"))
                .orElse(System.getProperty("user.home") + "/.cache");
        return Path.of(cache, "mcnet");
    }
}
