package mcnet.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.regex.Pattern;

/** Addresses in texts that nobody has looked at yet: a server's, or a name of the file. */
public final class Ip {
    /** The library counts the digits of a length in an int and fails when that overflows. */
    private static final Pattern LENGTH_BEYOND_ALL = Pattern.compile("/\\d{4,}");

    private Ip() {}

    /** An address with or without the length of its network; null where the text is none. */
    public static IPAddress read(String text) {
        return LENGTH_BEYOND_ALL.matcher(text).find() ? null : new IPAddressString(text).getAddress();
    }
}
