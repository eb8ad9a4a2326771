package mcnet.reach.topology;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;

/** Addresses that the file gives to NICs. */
public final class FixedAddresses {
    private FixedAddresses() {}

    /** Those of one NIC. */
    public static List<IPAddress> of(Declaration nic) {
        return Stream.of("address", "ipv4.address", "ipv6.address").flatMap(path -> nic.setting(path).stream())
                .map(Setting::value).filter(Value.Address.class::isInstance).map(v -> ((Value.Address) v).address())
                .toList();
    }

    /** Those of all NICs of an instance. */
    public static List<IPAddress> ofAll(Declaration instance) {
        return instance.nested(KindName.NIC).flatMap(nic -> of(nic).stream()).toList();
    }
}
