package mcnet.product;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A release of the server: {@code 5.21.3} or {@code 6.3}. */
record Release(int series, int minor, int patch) implements Comparable<Release> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?.*");
    private static final Comparator<Release> ORDER = Comparator.comparingInt(Release::series)
            .thenComparingInt(Release::minor).thenComparingInt(Release::patch);

    /** Empty where the text begins otherwise than with a release. */
    static Optional<Release> of(String text) {
        return TEXT.matcher(text).results().filter(found -> found.start() == 0).map(Release::of).findFirst();
    }

    private static Release of(MatchResult found) {
        return new Release(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)),
                found.group(3) == null ? 0 : Integer.parseInt(found.group(3)));
    }

    @Override
    public int compareTo(Release other) {
        return ORDER.compare(this, other);
    }
}
