package mcnet.lxd;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** VLANs that pass with their tags, which Incus also takes as ranges ({@code validate.ParseNetworkVLANRange}). */
final class VlanNumbers {
    static final String KEY = "vlan.tagged";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})\\s*-\\s*(\\d{1,4})");

    private VlanNumbers() {}

    /** One by one: {@code 10,20-22} is {@code 10,20,21,22}. */
    static String read(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).map(VlanNumbers::numbers)
                .collect(Collectors.joining(","));
    }

    private static String numbers(String element) {
        Matcher range = RANGE.matcher(element);
        if (!range.matches()) return element;
        return IntStream.rangeClosed(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                .mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
