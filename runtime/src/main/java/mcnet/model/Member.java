package mcnet.model;

import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;

/**
 * One member of a cluster.
 *
 * @param host the name or address that SSH dials
 * @param underlay where its OVN tunnels end, if the member says so
 * @param ssh how to reach it; a member's own {@code ssh} block wins over its cluster's, word by word
 */
public record Member(String name, Span span, String host, Optional<Setting> underlay, SshSettings ssh) {

    static Member of(Declaration declaration, Optional<Declaration> clusterSsh) {
        Optional<Declaration> own = declaration.nested().stream().filter(d -> d.kind().name().equals(KindName.SSH))
                .findFirst();
        String host = declaration.setting("address").map(s -> s.value().text()).orElse(declaration.name());
        return new Member(declaration.name(), declaration.span(), host, declaration.setting("underlay"),
                SshSettings.of(Stream.of(own, clusterSsh).flatMap(Optional::stream).toList()));
    }
}
