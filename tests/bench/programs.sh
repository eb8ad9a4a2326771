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
