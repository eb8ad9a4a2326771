package mcnet.preseed;

import mcnet.diagnostic.Span;

/** A value of a preseed and where it stands. */
record PreseedValue(String text, Span span) {}
