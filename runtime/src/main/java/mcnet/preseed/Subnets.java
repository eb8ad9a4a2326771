package mcnet.preseed;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import mcnet.model.Ip;

/** The network around an address: {@code 10.0.0.0/24} for {@code 10.0.0.1/24}. */
final class Subnets {
    private Subnets() {}

    static Optional<String> of(String text) {
        if (!text.matches("[0-9a-fA-F.:]+/\\d{1,3}")) return Optional.empty();
        IPAddress address = Ip.read(text);
        return address == null ? Optional.empty() : Optional.of(address.toPrefixBlock().toCanonicalString());
    }
}
