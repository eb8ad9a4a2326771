package mcnet.schema;

import java.util.List;

/**
 * What may stand behind the {@code =} of an attribute. The judge of {@code mcnet.lang} turns a literal into a value of
 * such a type or says why it cannot.
 */
public sealed interface Type {

    /** Free text; a quoted string. */
    record Text() implements Type {}

    /** A path of a file on the machine that runs mcnet; a quoted string, {@code ~} stands for the home folder. */
    record Path() implements Type {}

    /** A whole number between two bounds, both included. */
    record Whole(long least, long most) implements Type {}

    /** {@code true} or {@code false}. */
    record Truth() implements Type {}

    /** A network interface's name: 2 to 15 characters (LXD {@code validate.IsInterfaceName}). */
    record Nic() implements Type {}

    /** A DNS domain name. */
    record Domain() implements Type {}

    /** A bare IP address. */
    record Address(Family family) implements Type {}

    /** An address with the length of its network, {@code 10.42.1.1/24}: host bits must be set. */
    record Interface(Family family) implements Type {}

    /** A network, {@code 10.42.1.0/24}: host bits must not be set. */
    record Subnet(Family family) implements Type {}

    /** First and last address, {@code 10.42.1.50-10.42.1.99}. */
    record Range(Family family) implements Type {}

    /** A MAC address. */
    record Mac() implements Type {}

    /** A duration, {@code 30s} or {@code 5m}, between two bounds in seconds, both included. */
    record Duration(long least, long most) implements Type {
        /** Any. */
        public Duration() {
            this(0, Long.MAX_VALUE);
        }

        boolean isAny() {
            return equals(new Duration());
        }
    }

    /** {@code secret("env:NAME")}: where it is kept, never what it is. */
    record Secret() implements Type {}

    /** A name of the user's own choice: a word, or a text in quotes. */
    record Label() implements Type {}

    /** One of a few words, {@code none} or {@code auto}. */
    record Words(List<String> words) implements Type {}

    /** The name of something declared. */
    record Reference(String kind) implements Type {}

    /** A bracketed list. */
    record ListOf(Type element) implements Type {}

    /** Any of several types, tried in their order. */
    record Either(List<Type> types) implements Type {}
}
