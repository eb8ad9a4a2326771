package mcnet.model;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** Where to connect: the typed view of a {@code cluster}. */
public record ClusterConnection(String name, Span span, List<Member> members) {

    static ClusterConnection of(Declaration declaration) {
        Optional<Declaration> ssh = declaration.nested().stream().filter(d -> d.kind().name().equals(KindName.SSH))
                .findFirst();
        List<Member> members = declaration.nested()
                .stream()
                .filter(d -> d.kind().name().equals(KindName.MEMBER))
                .map(member -> Member.of(member, ssh))
                .toList();
        return new ClusterConnection(declaration.name(), declaration.span(), members);
    }

    public Optional<Member> member(String memberName) {
        return members.stream().filter(m -> m.name().equals(memberName)).findFirst();
    }
}
