package mcnet.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A large cluster that exists on paper only: a program and what the cluster would answer to it, for measuring what
 * planning costs. Also a program of its own: {@code java LargeCluster.java MEMBERS NETWORKS RULES yes|no FOLDER}.
 *
 * @param rules of ACLs, a hundred in each
 * @param there whether the cluster has all of it, exactly as it is declared
 */
record LargeCluster(int members, int networks, int rules, boolean there) {
    private static final int RULES_OF_ONE = 100;

    public static void main(String[] args) throws IOException {
        new LargeCluster(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]),
                args[3].equals("yes")).write(Files.createDirectories(Path.of(args[4])));
    }

    /** Writes {@code large.mcnet} and {@code observed.json}. */
    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("large.mcnet"), program());
        Files.writeString(folder.resolve("observed.json"), observed());
    }

    /** What networks refer to stands behind them, where looking for it costs most. */
    String program() {
        return """
                program large
                %s
                %s
                uplink public {
                  nic = eth0
                  ipv4 { gateway = 198.18.0.1/15  ranges = [198.18.0.100-198.19.255.200] }
                }
                underlay fabric { nic = eth1  subnet = 10.88.0.0/16 }
                cluster paper {
                %s}
                """.formatted(
                each(networks, "", n -> """
                        network n%d {
                          uplink = public
                          ipv4 { address = %s  nat = true }
                        }
                        """.formatted(n, address(n))),
                each(acls(), "", a -> "acl a%d {\n%s}\n".formatted(a, each(RULES_OF_ONE, "",
                        r -> "  allow ingress tcp %d from %s\n".formatted(1 + r, source(a, r))))),
                each(members, "", m -> "  member m%d { address = 10.77.0.%d  underlay = 10.88.0.%d }\n".formatted(m,
                        m + 1, m + 1)));
    }

    String observed() {
        return """
                {"cluster": {
                "GET /1.0/cluster/members?recursion=1": [%s],
                "southbound Encap chassis_name,type,ip": {"headings": ["chassis_name", "type", "ip"], "data": [%s]},
                "GET /1.0/network-acls?recursion=1": [%s],
                "GET /1.0/networks?recursion=1": [%s]},
                "members": {%s}}
                """.formatted(
                each(members, ",\n", "{\"server_name\": \"m%d\", \"status\": \"Online\"}"::formatted),
                each(members, ",\n", m -> "[\"m%d\", \"geneve\", \"10.88.0.%d\"]".formatted(m, m + 1)),
                each(there ? acls() : 0, ",\n", LargeCluster::acl),
                uplink("") + each(there ? networks : 0, "", n -> ",\n" + network(n)),
                each(members, ",\n", this::member));
    }

    private static String network(int n) {
        return """
                {"name": "n%d", "type": "ovn", "managed": true, "status": "Created", "description": "", "used_by": null,
                 "config": {"bridge.mtu": "1442", "ipv4.address": "%s", "ipv4.nat": "true", "ipv6.address": "none",
                 "network": "public", "user.mcnet.program": "large", "user.mcnet.format": "1",
                 "user.mcnet.keys": "ipv4.address,ipv4.nat,uplink", "volatile.network.ipv4.address": "198.18.%d.%d"}}"""
                .formatted(n, address(n), 1 + n / 250, n % 250);
    }

    private static String acl(int a) {
        return """
                {"name": "a%d", "description": "", "egress": [], "ingress": [%s], "used_by": [],
                 "config": {"user.mcnet.program": "large", "user.mcnet.format": "1", "user.mcnet.keys": "rule"}}"""
                .formatted(a, each(RULES_OF_ONE, ",\n", r -> """
                        {"action": "allow", "source": "%s", "protocol": "tcp", "destination_port": "%d",
                         "state": "enabled"}""".formatted(source(a, r), 1 + r)));
    }

    private int acls() {
        return rules / RULES_OF_ONE;
    }

    private static String source(int acl, int rule) {
        return "172.%d.%d.%d".formatted(16 + acl / 250, acl % 250, 1 + rule);
    }

    private String uplink(String parent) {
        return """
                {"name": "public", "type": "physical", "managed": true, "status": "Created", "description": "",
                 "config": {"ipv4.gateway": "198.18.0.1/15", "ipv4.ovn.ranges": "198.18.0.100-198.19.255.200",%s
                 "user.mcnet.program": "large", "user.mcnet.format": "1",
                 "user.mcnet.keys": "ipv4.gateway,ipv4.ranges,nic"}, "used_by": [%s]}"""
                .formatted(parent, each(there ? networks : 0, ", ", "\"/1.0/networks/n%d\""::formatted));
    }

    private String member(int m) {
        return """
                "m%1$d": {
                "GET /1.0": {"environment": {"server_name": "m%1$d", "server_clustered": true,
                 "certificate_fingerprint": "1"}},
                "GET /1.0/networks/public?target=m%1$d": %3$s,
                "ovs Open_vSwitch external_ids": {"headings": ["external_ids"], "data": [[["map", [
                 ["mcnet-program", "large"], ["mcnet-format", "1"], ["mcnet-keys", "address"], ["mcnet-underlay", "fabric"],
                 ["ovn-bridge-mappings", "public:lxdovn1"], ["ovn-encap-ip", "10.88.0.%2$d"],
                 ["ovn-encap-type", "geneve"], ["system-id", "m%1$d"]]]]]},
                "ovs Bridge name": {"headings": ["name"], "data": [["br-int"], ["lxdovn1"]]},
                "machine": {"time": 1800000000, "free": {"/var/lib/lxd": 1000000}},
                "links": [{"ifname": "eth0", "mtu": 1500, "addr_info": []}, {"ifname": "eth1", "mtu": 1500, "addr_info": [
                 {"family": "inet", "local": "10.88.0.%2$d", "prefixlen": 16, "scope": "global"}]}]}"""
                .formatted(m, m + 1, uplink(" \"parent\": \"eth0\","));
    }

    private static String address(int n) {
        return "10.%d.%d.1/24".formatted(n / 250, n % 250);
    }

    private static String each(int count, String between, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(between));
    }
}
