package mcnet.reach.topology;

import java.util.List;
import mcnet.model.Declaration;
import mcnet.reach.packet.AddressBlock;

/**
 * A forward: an address on the uplink whose ports lead to instances of a network.
 *
 * @param translations ports first, the default target last, which takes what no port takes
 */
public record ListenAddress(AddressBlock address, RoutedNetwork network, Declaration declaration,
        List<PortTranslation> translations) {

    public String title() {
        return declaration.title();
    }
}
