package mcnet.schema;

import java.util.regex.Pattern;

/**
 * Which keys of a server hold secrets: BGP passwords, TSIG keys, private keys, trust passwords; not
 * {@code user.mcnet.keys}. Attributes that stand for them end as they do.
 */
public final class SecretKey {
    private static final Pattern SECRET = Pattern.compile("(.*[._])?(password|secret|token|key)");

    private SecretKey() {}

    public static boolean is(String key) {
        return SECRET.matcher(key).matches();
    }
}
