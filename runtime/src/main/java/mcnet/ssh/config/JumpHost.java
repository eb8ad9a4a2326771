package mcnet.ssh.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One machine of a {@code ProxyJump}: {@code root@bastion:2222}, {@code [fd42::1]:2222}, {@code ssh://bastion}. */
public record JumpHost(Optional<String> user, String host, Optional<Integer> port) {
    private static final Pattern FORM = Pattern
            .compile("(?:ssh://)?(?:(?<user>[^@]+)@)?(?<host>\\[[^]]+]|[^:]+)(?::(?<port>\\d+))?/?");

    /** @return empty where it is no such thing */
    public static Optional<JumpHost> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) return Optional.empty();
        String host = matcher.group("host").replaceAll("[\\[\\]]", "");
        return Optional.of(new JumpHost(Optional.ofNullable(matcher.group("user")), host,
                Optional.ofNullable(matcher.group("port")).map(Integer::valueOf)));
    }
}
