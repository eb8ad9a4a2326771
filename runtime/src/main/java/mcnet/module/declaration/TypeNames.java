package mcnet.module.declaration;

import groovy.lang.Range;
import java.util.List;
import mcnet.schema.Family;
import mcnet.schema.Type;

/** What the types of attributes are called in a declaration: {@code text}, {@code list(domain)}, {@code whole(1..4094)}. */
public abstract class TypeNames {
    TypeNames() {}

    public Type getText() {
        return new Type.Text();
    }

    public Type getPath() {
        return new Type.Path();
    }

    public Type getTruth() {
        return new Type.Truth();
    }

    public Type getNic() {
        return new Type.Nic();
    }

    public Type getDomain() {
        return new Type.Domain();
    }

    public Type getMac() {
        return new Type.Mac();
    }

    public Type getSecret() {
        return new Type.Secret();
    }

    public Type getLabel() {
        return new Type.Label();
    }

    public Type getDuration() {
        return new Type.Duration();
    }

    /** An address of either family. */
    public Type getAddress() {
        return address(Family.ANY);
    }

    /** A network of either family. */
    public Type getSubnet() {
        return subnet(Family.ANY);
    }

    public Type address(Family family) {
        return new Type.Address(family);
    }

    /** An address with the length of its network. */
    public Type interfaceAddress(Family family) {
        return new Type.Interface(family);
    }

    public Type subnet(Family family) {
        return new Type.Subnet(family);
    }

    /** First and last address. */
    public Type range(Family family) {
        return new Type.Range(family);
    }

    /** A whole number; both ends are included. */
    public Type whole(Range<? extends Number> range) {
        return new Type.Whole(((Number) range.getFrom()).longValue(), ((Number) range.getTo()).longValue());
    }

    /** A duration in seconds; both ends are included. */
    public Type duration(Range<? extends Number> seconds) {
        return new Type.Duration(((Number) seconds.getFrom()).longValue(), ((Number) seconds.getTo()).longValue());
    }

    public Type words(String... words) {
        return new Type.Words(List.of(words));
    }

    /** The name of something that is declared. */
    public Type reference(String... kinds) {
        return new Type.Reference(String.join(",", kinds));
    }

    public Type list(Type element) {
        return new Type.ListOf(element);
    }

    public Type either(Type... types) {
        return new Type.Either(List.of(types));
    }
}
