package mcnet.language.value;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;

/** Texts that look like addresses, judged strictly: what looks like one and is none says why. */
public final class AddressLiterals {
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder().allowAll(false)
            .allowEmpty(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowPrefix(false)
            .allowWildcardedSeparator(false)
            .toParams();
    private static final Pattern MAC = Pattern.compile("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}");

    private AddressLiterals() {}

    /** A literal is wrong; what is said replaces every other judgement of it. */
    public static final class InvalidValue extends Exception {
        /** What is wrong has been said before. */
        public static final InvalidValue REPORTED = new InvalidValue(null);

        public final transient Diagnostic diagnostic;

        public InvalidValue(Diagnostic diagnostic) {
            super(diagnostic == null ? "" : diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }
    }

    public static boolean isMac(String text) {
        return MAC.matcher(text).matches();
    }

    /** An address without length. */
    static IPAddress address(String text, Span span) throws InvalidValue {
        return text.indexOf(':') < 0 ? four(text, span) : six(text, span);
    }

    /** An address with the length of its network; the address keeps its host bits. */
    static IPAddress withLength(String text, Span span) throws InvalidValue {
        int slash = text.indexOf('/');
        IPAddress address = address(text.substring(0, slash), span);
        String length = text.substring(slash + 1);
        int most = address.getBitCount();
        if (length.length() > 3 || Integer.parseInt(length) > most)
            throw new InvalidValue(Diagnostic.error("MC0201", "invalid prefix length /" + length + " for"
                    + " an " + address.getIPVersion() + " network", new Label(span, ""))
                    .why("an " + address.getIPVersion()
                            + " address has " + most + " bits")
                    .fix("write a length from /0 to /" + most));
        if (length.length() > 1 && length.startsWith("0"))
            throw new InvalidValue(
                    leadingZero(text, address.toCanonicalString() + "/" + Integer.parseInt(length), span));
        return address.setPrefixLength(Integer.parseInt(length), false);
    }

    private static IPAddress four(String text, Span span) throws InvalidValue {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4)
            throw new InvalidValue(Diagnostic.error("MC0202", "`" + text + "` is not an address", new Label(span,
                    parts.length + " numbers")).why("an IPv4 address has four numbers").fix("write it like 10.42.1.1"));
        int bits = 0;
        boolean plain = true;
        for (String part : parts) {
            if (part.length() > 9 || Integer.parseInt(part) > 255)
                throw new InvalidValue(Diagnostic.error("MC0203", "`" + text + "` is not an address", new Label(span,
                        part + " is more than 255")).why("each number of an IPv4 address is one byte")
                        .fix("write numbers from 0 to 255"));
            int number = Integer.parseInt(part);
            bits = bits << 8 | number;
            plain &= part.length() == 1 || part.charAt(0) != '0';
        }
        IPAddress address = new IPv4Address(bits);
        if (!plain)
            throw new InvalidValue(leadingZero(text, address.toCanonicalString(), span));
        return address;
    }

    private static Diagnostic leadingZero(String text, String plain, Span span) {
        return Diagnostic.error("MC0204", "`" + text + "` has a number with a leading zero", new Label(span, ""))
                .why("some programs read such a number as octal, so the server refuses it")
                .fix("write " + plain);
    }

    private static IPAddress six(String text, Span span) throws InvalidValue {
        if (isMac(text))
            throw new InvalidValue(Diagnostic.error("MC0205", "`" + text + "` is a MAC address", new Label(span,
                    "expected an IP address")).fix("write it like 10.42.1.1 or fd42::1"));
        return parse(text, span);
    }

    private static IPAddress parse(String text, Span span) throws InvalidValue {
        try {
            IPAddress address = new IPAddressString(text, STRICT).toAddress();
            if (address != null && !address.isMultiple())
                return address;
        } catch (AddressStringException e) {
            // said below, in our own words
        }
        throw new InvalidValue(Diagnostic.error("MC0206", "`" + text + "` is not an IPv6 address", new Label(span, ""))
                .why("it has eight groups of up to four hexadecimal digits; `::` replaces groups of zeros, only once")
                .fix("write it like fd42::1"));
    }
}
