# Programs to measure with; none of their addresses leads anywhere.
bench_program() {
  echo "program bench
underlay fabric { nic = eth1  subnet = 10.88.$1.0/24 }
uplink public {
  nic = eth0
  on micro3 { nic = enp5s0 }
  ipv4 { gateway = 198.18.$1.1/24  ranges = [198.18.$1.100-198.18.$1.139] }
}"
  networks "$2" 45
}
check_program() {
  echo 'program bench
underlay fabric { nic = eth1  subnet = 10.88.0.0/24 }
uplink public { nic = eth0  ipv4 { gateway = 198.18.0.1/15  ranges = [198.18.0.100-198.19.0.100] } }'
  networks $(($1 - 2)) 46
}
# networks COUNT BYTE: each a /24 of its own
networks() {
  awk -v n="$1" -v b="$2" 'BEGIN { for (i = 0; i < n; i++)
    printf "network n%d {\n  uplink = public\n  ipv4 { address = 10.%d.%d.1/24  nat = true }\n}\n", i, b + int(i / 250), i % 250 }'
}
# ring_program LAB: 20 networks, each with an ACL of 10 rules, a forward and a peering to the next
ring_program() {
  awk -v p="198.18.$1" 'BEGIN {
    printf "program ring\nuplink public {\n  nic = eth0\n  on micro3 { nic = enp5s0 }\n"
    printf "  ipv4 { gateway = %s.1/24  ranges = [%s.100-%s.119]  routes = [%s.192/27] }\n}\n", p, p, p, p
    for (i = 1; i <= 20; i++) {
      next_ = i % 20 + 1
      printf "network n%d {\n  uplink = public\n  ipv4 { address = 10.46.%d.1/24  nat = true }\n  acls = [a%d]\n", i, i, i
      printf "  otherwise reject ingress\n  otherwise allow egress\n"
      printf "  forward %s.%d { tcp 80, 443 -> 10.46.%d.10 }\n}\npeer n%d <-> n%d\n", p, 191 + i, i, i, next_
      printf "acl a%d {\n  allow ingress tcp 80, 443\n", i
      for (r = 1; r < 10; r++)
        if (r % 2) printf "  allow ingress udp %d from 10.%d.0.0/16\n", 2000 + r, 100 + r
        else printf "  allow ingress tcp %d from network n%d\n", 1000 + r, next_
      print "}"
    }
  }'
}
