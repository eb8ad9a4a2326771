package mcnet.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.Span;

/** A value that a user wrote, judged against its attribute's type, with the place where it stands. */
public sealed interface Value {

    Span span();

    /** The canonical spelling, which is also the server's: {@code 10.42.1.1/24}, {@code true}, {@code a,b} for a list. */
    String text();

    /** Free text, a path, a domain. */
    record Text(String text, Span span) implements Value {}

    /** A word that stands for itself: an interface's name, {@code none}, {@code auto}. */
    record Word(String text, Span span) implements Value {}

    record Whole(long number, Span span) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    record Truth(boolean truth, Span span) implements Value {
        @Override
        public String text() {
            return Boolean.toString(truth);
        }
    }

    /** A bare address. */
    record Address(IPAddress address, Span span) implements Value {
        @Override
        public String text() {
            return address.toCanonicalString();
        }
    }

    /** An address with the length of its network. */
    record Interface(IPAddress address, Span span) implements Value {
        @Override
        public String text() {
            return address.toCanonicalString();
        }

        /** The network the address lies in. */
        public IPAddress subnet() {
            return address.toPrefixBlock();
        }

        /** The address without its length. */
        public IPAddress host() {
            return address.withoutPrefixLength();
        }
    }

    record Subnet(IPAddress subnet, Span span) implements Value {
        @Override
        public String text() {
            return subnet.toCanonicalString();
        }
    }

    record Range(IPAddressSeqRange range, Span span) implements Value {
        @Override
        public String text() {
            return range.getLower().toCanonicalString() + "-" + range.getUpper().toCanonicalString();
        }
    }

    /** A MAC address in small letters with colons. */
    record Mac(String text, Span span) implements Value {}

    /** A duration; the server counts seconds. */
    record Duration(long seconds, Span span) implements Value {
        @Override
        public String text() {
            return Long.toString(seconds);
        }
    }

    /**
     * Where a secret is kept. What it is becomes known when it is sent, and to nobody before.
     *
     * @param place {@code env:NAME} or {@code file:PATH}
     */
    record Secret(String place, Span span) implements Value {
        /** Its name. */
        @Override
        public String text() {
            return "secret(\"" + place + "\")";
        }
    }

    /**
     * The name of another declaration.
     *
     * @param name with its project in front where that is another one: {@code acme.front}
     */
    record Reference(String kind, String name, Span span) implements Value {
        @Override
        public String text() {
            return name;
        }
    }

    record Many(List<Value> values, Span span) implements Value {
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return values.stream().map(Value::text).collect(Collectors.joining(","));
        }
    }
}
