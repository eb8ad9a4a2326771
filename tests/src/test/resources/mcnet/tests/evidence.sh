# Commands by which the lab's server shows what pages of codes quote of it. A heading "# MC0319" begins the commands of a
# page: the first shows the page's first quotation, the second the second; of a page that says "accepts it" all succeed.
# What stands under "# setup" succeeds.

# setup
lxc network create up --type physical parent=eth0 --target micro1
lxc network create up --type physical parent=eth0 --target micro2
lxc network create up --type physical parent=enp5s0 --target micro3
lxc network create up --type physical ipv4.gateway=198.51.100.1/24 ipv4.ovn.ranges=198.51.100.100-198.51.100.119 ipv4.routes=10.60.0.0/16,198.51.100.208/28,10.91.1.0/24 ipv6.gateway=2001:db8::1/64 ipv6.routes=2001:db8:60::/48
lxc network create other --type physical parent=lo --target micro1
lxc network create other --type physical parent=lo --target micro2
lxc network create other --type physical parent=lo --target micro3
lxc network create other --type physical
lxc network create web --type ovn network=up ipv4.address=10.42.1.1/24 ipv4.nat=true ipv6.address=fd42:1::1/64 ipv6.nat=true
lxc network create db --type ovn network=up ipv4.address=10.42.2.1/24 ipv4.nat=true ipv6.address=none
lxc network create open --type ovn network=up ipv4.address=10.60.1.1/24 ipv6.address=none ipv4.dhcp=false
lxc network acl create own
lxc network acl create spare
lxc network zone create shop.example.org
lxc profile create nics
lxc project create acme -c features.networks=true
lxc network create inner --project acme network=up ipv4.address=10.42.4.1/24 ipv4.nat=true ipv6.address=none

# MC0113
lxc network set db bridge.hwaddr=00-16-3e-00-00-01

# MC0201
lxc network set up ipv4.routes=10.60.0.0/33

# MC0202
lxc network set up dns.nameservers=198.51.100

# MC0203
lxc network set up dns.nameservers=198.51.100.256

# MC0204
lxc network set up dns.nameservers=010.0.0.1

# MC0205
lxc network set up dns.nameservers=00:16:3e:00:00:01

# MC0206
lxc network set up dns.nameservers=fd42:::1

# MC0212
lxc network set up mtu=1000
lxc network set up vlan=5000

# MC0213
lxc network set other parent=x --target micro1
lxc network set other parent=anamethatistoolong --target micro1
lxc network set other parent=eth:0 --target micro1

# MC0215
lxc network set db bridge.hwaddr=00-16-3e-00-00-01

# MC0216
lxc network set db bridge.hwaddr=00:16:3e:00:00

# MC0217
lxc network set up ovn.ingress_mode=bridged

# MC0222
lxc network set web security.acls=nobody

# MC0230
lxc network set up dns.nameservers=198.51.100.2/24

# MC0231
lxc network set web ipv4.address=10.42.9.1

# MC0232
lxc network set web ipv4.address=10.42.9.1/32

# MC0233
lxc network set web ipv4.address=10.42.9.0/24

# MC0234
lxc network set up ipv4.routes=10.61.0.1

# MC0235
lxc network set up ipv4.routes=10.61.0.1/24

# MC0236
lxc network set up ipv4.gateway=fd42:9::1/64

# MC0240
lxc network set up ipv4.ovn.ranges=198.51.100.9

# MC0241
lxc network set up ipv4.ovn.ranges=198.51.100.0/24

# MC0242
lxc network set up ipv4.ovn.ranges=198.51.100.9-fd42::9

# MC0244
lxc network set up ipv4.ovn.ranges=198.51.100.1-9

# MC0245
lxc network set up ipv4.ovn.ranges="198.51.100.1 - 198.51.100.9"

# MC0262
lxc network acl create own

# MC0272
lxc network create n0272 --type physical parent=lo ipv4.gateway=10.95.5.1/24 --target micro1

# MC0277
lxc network set up ipv4.natt=true

# MC0303
lxc network create a/b --type ovn network=up
lxc network acl create a_b
lxc project create a_b

# MC0304
lxc network create up --type ovn network=other

# MC0313
lxc network set other parent=eth0 --target micro1

# MC0327
lxc network create n0327 --type ovn network=up ipv4.address=none ipv6.address=none

# MC0766
lxc network create n0329 --type ovn network=up ipv4.address=none ipv6.address=fd42:9::1/48 ipv6.nat=true

# MC0331
lxc network create n0331 --type ovn network=up ipv4.address=10.44.9.1/24 ipv6.address=none

# MC0332
lxc network create n0332 --type ovn network=up ipv4.address=10.60.1.1/24 ipv6.address=none

# MC0364
lxc network create n0364 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv4.nat.address=10.91.1.9 ipv6.address=none

# setup
lxc network forward create web 198.51.100.210
lxc network forward port add web 198.51.100.210 tcp 80 10.42.1.10
lxc network forward create web 198.51.100.212 target_address=10.42.1.9

# MC0312
lxc network forward create web 198.51.100.50

# MC0344
lxc network forward create web 198.51.100.210
lxc network forward create db 198.51.100.210

# MC0345
lxc network forward port add web 198.51.100.210 tcp 80 10.42.1.11

# MC0346
lxc network forward port add web 198.51.100.212 tcp 90-92 10.42.1.10 8090-8091

# MC0347
lxc network forward port add web 198.51.100.212 tcp 90 10.43.9.5
lxc network forward create web 198.51.100.213 target_address=10.43.9.5

# MC0348
lxc network forward port add web 198.51.100.212 tcp 90 10.42.1.10,10.42.1.11

# MC0349
lxc network forward port add web 198.51.100.212 tcp 90 10.42.1.9

# MC0350
lxc network forward create web 198.51.100.213 target_address=fd42:1::5
lxc network forward port add web 198.51.100.212 tcp 90 fd42:1::5

# MC0374
lxc network forward create web 10.60.1.77

# MC0511
lxc network forward port add web 198.51.100.212 icmp 90 10.42.1.10

# MC0515
lxc network forward port add web 198.51.100.212 tcp 90 10.42.1.10,10.42.1.11

# MC0841
lxc network forward create web 198.51.100.50

# MC0153
lxc network acl rule add own ingress action=allow protocol=tcp,udp

# MC0154
lxc network acl rule add own ingress action=allow destination_port=80

# MC0354
lxc network acl rule add own ingress action=allow source=10.0.0.1 destination=fd42::1

# MC0355
lxc network acl rule add own ingress action=allow protocol=icmp4 source=fd42::/64
lxc network acl rule add own ingress action=allow protocol=icmp6 source=10.0.0.0/8

# MC0767
lxc network set db bridge.mtu=576

# MC0768
lxc network acl create 1st

# MC0480
lxc network create n0480 --type ovn network=up ipv4.address=198.51.100.65/28 ipv4.nat=true ipv6.address=none

# MC0370
lxc network acl create shop.net-flows

# MC0501
lxc network acl rule add own ingress action=allow protocol=tcp destination_port=http

# MC0502
lxc network acl rule add own ingress action=allow protocol=tcp destination_port=90-80

# MC0503
lxc network acl rule add spare ingress action=allow protocol=tcp destination_port=70000

# MC0504
lxc network acl rule add own ingress action=allow protocol=icmp4 icmp_type=256

# MC0506
lxc network acl rule add own ingress action=allow source_port=53

# MC0508
lxc network acl rule add own ingress action=allow destination_port=80

# MC0510
lxc network acl rule add own egress action=allow source=spare
lxc network acl rule add own ingress action=allow destination=spare

# MC0514
lxc network acl rule add own ingress action=allow source=10.0.0.300

# MC0365
lxc network set web security.acls=own,own

# setup
lxc network set web security.acls=own dns.zone.forward=shop.example.org

# MC0706
lxc network delete up
lxc network acl delete own
lxc network zone delete shop.example.org

# MC0750
lxc network zone create shop.example.org

# MC0386
lxc network zone create shop.example.org --project acme

# MC0757
lxc network set db security.acls=nobody
lxc network set db dns.zone.forward=nobody.example.org

# MC0780
lxc network forward create gone 198.51.100.213
lxc network create n0780 --type ovn --project gone

# MC0725
lxc network create n0725 --type physical parent=lo --target micro1 && lxc network create n0725 --type physical

# MC0726
lxc network create n0726 --type physical parent=lo --target micro9

# MC0367
lxc project set acme restricted.networks.subnets=up:10.93.9.0/24

# MC0756
lxc project set acme features.networks=false

# setup
lxc project set acme restricted=true restricted.networks.uplinks=other

# MC0388
lxc network create n0388 --project acme network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# setup
lxc project set acme restricted.networks.uplinks=up limits.networks=1 restricted.networks.subnets=up:198.51.100.208/28

# MC0389
lxc network create n0389 --project acme network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# MC0391
lxc network forward create inner 10.91.1.220 --project acme

# MC0368
lxc profile device add nics eth0 nic nictype=bridged parent=eth1 security.acls=own

# MC0392
lxc profile device add nics eth0 nic network=web ipv4.address=10.43.9.5
lxc profile device add nics eth0 nic network=web ipv4.address=10.42.1.1

# MC0393
lxc profile device add nics eth0 nic network=open ipv4.address=10.60.1.5
lxc profile device add nics eth0 nic network=web ipv6.address=fd42:1::5

# MC0396
lxc profile device add nics eth0 nic network=web ipv4.routes.external=10.60.128.0/24
lxc profile device add nics eth0 nic network=web ipv4.routes.external=10.60.1.64/26

# MC0783
lxc profile device add nics eth0 nic network=gone

# MC0784
lxc profile device add nics eth0 nic network=web ipv4.address=10.43.9.5

# setup
lxc init --empty first
lxc config device add first eth0 nic network=web ipv4.address=10.42.1.50 hwaddr=00:16:3e:00:00:50
lxc init --empty second

# MC0395
lxc config device add second eth0 nic network=web ipv4.address=10.42.1.50
lxc config device add second eth0 nic network=web hwaddr=00:16:3e:00:00:50

# MC0211
lxc network set db ipv4.nat=yes

# MC0214
lxc network set db dns.domain=not..a_domain

# MC0243
lxc network set other ipv4.ovn.ranges=10.95.5.20-10.95.5.10

# MC0314
lxc network set other ipv4.gateway=224.0.0.1/24

# setup
lxc network unset other ipv4.gateway

# MC0315
lxc network set other ipv4.ovn.ranges=10.95.5.10-10.95.5.20

# MC0317
lxc network set other ipv4.gateway=10.95.5.1/24 ipv4.ovn.ranges=10.95.5.0-10.95.5.20

# MC0318
lxc network set other ipv4.ovn.ranges=10.95.5.10-10.95.5.20,10.95.5.15-10.95.5.30

# MC0320
lxc network set other ipv4.ovn.ranges=10.95.5.1-10.95.5.20

# MC0321
lxc network set other ipv4.ovn.ranges=10.95.5.10-10.95.5.20 ipv4.routes=10.95.5.0/29

# MC0322
lxc network set other ipv4.routes=10.95.5.0/24

# MC0323
lxc network set other ipv4.gateway=10.77.0.1/24 ipv4.ovn.ranges=10.77.0.2-10.77.0.20

# MC0328
lxc network set db ipv6.nat=true

# MC0333
lxc network create n0333 --type ovn network=up ipv4.address=198.51.100.9/28 ipv4.nat=true ipv6.address=none

# MC0334
lxc network set db volatile.network.ipv4.address=198.51.100.55

# MC0335
lxc network set db volatile.network.ipv4.address=$(lxc network get web volatile.network.ipv4.address)

# MC0336
lxc network set db bridge.mtu=9000

# MC0758
lxc network set db bridge.mtu=8000

# MC0337
lxc network set db bridge.hwaddr=01:00:5e:00:00:01

# MC0338
lxc network set web bridge.hwaddr=00:16:3e:00:00:77
lxc network set db bridge.hwaddr=00:16:3e:00:00:77

# MC0379
lxc network zone create 9.9.10.in-addr.arpa
lxc network set db dns.zone.reverse.ipv4=9.9.10.in-addr.arpa

# setup
lxc network create six --type ovn network=up ipv4.address=none ipv6.address=fd42:6::1/64 ipv6.nat=true
lxc network create twin --type ovn network=up ipv4.address=10.42.1.1/24 ipv4.nat=true ipv6.address=none

# MC0376
lxc network peer create six twin twin
lxc network peer create twin six six

# MC0352
lxc network peer create web twin twin
lxc network peer create twin web web

# setup
lxc network peer create web db db
lxc network peer create db web web
lxc network acl rule add spare ingress action=allow source=@web/db
lxc network acl create lost
lxc network acl rule add lost ingress action=allow source=@web/nobody

# MC0358
lxc network set web security.acls=lost

# MC0377
lxc network set db security.acls=spare

# setup
lxc network set up ipv4.ovn.ranges=198.51.100.100-198.51.100.100

# MC0324
lxc network create n0324 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# setup
lxc network set up ipv4.ovn.ranges=198.51.101.10-198.51.101.20

# MC0316
lxc network create n0316 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# setup
lxc network unset up ipv4.ovn.ranges

# MC0319
lxc network create n0319 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# setup
lxc network set up ovn.ingress_mode=routed ipv4.ovn.ranges=198.51.100.100-198.51.100.119
lxc network set db ipv4.nat.address=10.91.1.200

# MC0398
lxc network create n0398 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv4.nat.address=10.92.2.200 ipv6.address=none

# MC0399
lxc network create n0399 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv4.nat.address=10.91.1.200 ipv6.address=none

# setup
ip address add 10.95.6.2/24 dev eth0

# MC0702
lxc network create n0702 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# MC0311
lxc network create n0311 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# setup
ip address delete 10.95.6.2/24 dev eth0

# MC0701
lxc network set other parent=nowhere --target micro1

# setup
lxc network create eth0 --type ovn network=up ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none

# MC0387
lxc network delete eth0
