# What a person without mcnet would run: the same requests by ssh and curl, and a playbook.
ssh_options="-F /dev/null -i $state/id_ed25519 -o UserKnownHostsFile=$state/known_hosts -o ControlMaster=no"

# Everything a plan asks of one member, and of the first what concerns all.
requests() {
  cat <<TEXT
get() { curl -sf --unix-socket /var/lib/lxd/unix.socket "\$@"; }
get lxd/1.0 "lxd/1.0/networks/public?target=$1"
ovs-vsctl -f json --columns=external_ids list Open_vSwitch
ip -json address show
TEXT
  [ "$1" != micro1 ] || cat <<'TEXT'
get "lxd/1.0/cluster/members?recursion=1" "lxd/1.0/networks?recursion=1"
ovn-sbctl --db="$(ovs-vsctl get open . external_ids:ovn-remote | tr -d '"')" -f json --columns=chassis_name,type,ip list Encap
TEXT
}
for member in $members; do requests "${member%%=*}" > "$work/requests.${member%%=*}"; done

parallel_ssh() {
  for member in $members; do
    # shellcheck disable=SC2086
    ssh $ssh_options "root@${member#*=}" sh -s < "$work/requests.${member%%=*}" &
  done
  wait
}

{
  echo '[members]'
  for member in $members; do
    echo "${member%%=*} ansible_host=${member#*=} ansible_user=root ansible_ssh_private_key_file=$state/id_ed25519 ansible_python_interpreter=/usr/bin/python3"
  done
} > "$work/inventory"
cat > "$work/ansible.cfg" <<TEXT
[defaults]
forks = 10
gathering = explicit
[ssh_connection]
pipelining = True
ssh_args = -F /dev/null -o ControlMaster=no -o UserKnownHostsFile=$state/known_hosts
TEXT
cat > "$work/playbook.yml" <<'TEXT'
- hosts: members
  gather_facts: no
  tasks:
    - name: the tunnels end where they should
      command: ovs-vsctl get open_vswitch . external_ids:ovn-encap-ip external_ids:ovn-encap-type
      changed_when: no
    - name: the underlay's interface
      command: ip -json address show eth1
      changed_when: no
    - name: the uplink's nic
      command: lxc network get public parent --target {{ inventory_hostname }}
      changed_when: no
- hosts: micro1
  gather_facts: no
  tasks:
    - name: the uplink
      command: lxc network get public {{ item }}
      changed_when: no
      loop: [ipv4.gateway, ipv4.ovn.ranges]
    - name: the networks
      command: lxc network show n{{ item }}
      register: network
      changed_when: no
      failed_when: "'ipv4.nat: \"true\"' not in network.stdout or 'ipv6.address: none' not in network.stdout or ('ipv4.address: 10.45.' ~ item ~ '.1/24') not in network.stdout or 'network: public' not in network.stdout"
      loop: "{{ range(10) | list }}"
TEXT
ansible_check() { ANSIBLE_CONFIG="$work/ansible.cfg" ansible-playbook -i "$work/inventory" "$work/playbook.yml"; }
