package mcnet.reach.topology;

import java.util.List;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.AddressBlocks;

/**
 * A forward or balancer: an address on the uplink whose ports lead to instances of a network.
 *
 * @param translations ports first, the default target last, which takes what no port takes
 */
public record ListenAddress(AddressBlock address, RoutedNetwork network, Declaration declaration,
        List<PortTranslation> translations) {

    public String title() {
        return declaration.title();
    }

    /** Something of it leads, or may lead, to one of these addresses. */
    public boolean leadsTo(AddressBlocks hosts) {
        return translations.stream().anyMatch(t -> t.target().map(hosts::contains).orElse(!hosts.isEmpty()));
    }

    /** Why it is not known where a port leads whose translation has no target. */
    public String unknownTarget() {
        return declaration.kind().name().equals(KindName.BALANCER)
                ? title() + " chooses one of its backends"
                : "the address behind " + title() + " is not in the file";
    }
}
