package mcnet.ssh.hostkeys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first field of a line of known_hosts (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): patterns, or one hashed name. */
record HostNames(String field) {
    private static final String HASHED = "|1|";

    /** @param name {@code micro1} or {@code [10.77.0.1]:2222}; compared without regard to case */
    boolean match(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return field.startsWith(HASHED) ? hashed(lower) : listed(lower);
    }

    /** A negated pattern that matches takes the whole line out, wherever it stands in it. */
    private boolean listed(String name) {
        boolean found = false;
        for (String pattern : field.toLowerCase(Locale.ROOT).split(",")) {
            boolean negated = pattern.startsWith("!");
            if (!glob(negated ? pattern.substring(1) : pattern, name)) continue;
            if (negated) return false;
            found = true;
        }
        return found;
    }

    /** {@code *} stands for any characters, {@code ?} for one; in linear space and at most quadratic time. */
    private static boolean glob(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int tried = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                tried = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++tried;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }

    /** HMAC-SHA1 of the name under a salt of its own (OpenSSH {@code hostfile.c}, {@code host_hash}). */
    private boolean hashed(String name) {
        String[] parts = field.substring(HASHED.length()).split("\\|", -1);
        if (parts.length != 2) return false;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            return Arrays.equals(mac.doFinal(name.getBytes()), Base64.getDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
