package mcnet.lab;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import mcnet.lab.engine.LabException;

/**
 * Which lab is meant.
 *
 * @param name labs of different names stand side by side
 * @param members how many members it has; empty: as many as it has already, or three
 * @param source what its members are made of; empty: what they are made of already, or mcnet's own image of LXD
 */
public record LabSpec(String name, OptionalInt members, Optional<MemberSource> source) {

    public static final String DEFAULT_NAME = "lab";
    public static final int DEFAULT_MEMBERS = 3;
    public static final int MOST_MEMBERS = 9;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    public LabSpec {
        if (!NAME.matcher(name).matches())
            throw new LabException("\"" + name + "\" cannot be the name of a lab",
                    "it is used in names of containers and networks",
                    "use at most 30 lower-case letters, digits and dashes, beginning with a letter");
        if (members.isPresent() && (members.getAsInt() < 1 || members.getAsInt() > MOST_MEMBERS))
            throw new LabException("a lab cannot have " + members.getAsInt() + " members", "",
                    "use 1 to " + MOST_MEMBERS);
    }

    public static LabSpec named(String name) {
        return new LabSpec(name, OptionalInt.empty(), Optional.empty());
    }

    public LabSpec members(int count) {
        return new LabSpec(name, OptionalInt.of(count), source);
    }

    public LabSpec source(Optional<MemberSource> other) {
        return new LabSpec(name, members, other);
    }
}
