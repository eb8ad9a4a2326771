# What a person without mcnet would run: the same requests by ssh and curl, and a playbook.
ssh_options="-F /dev/null -i $state/id_ed25519 -o UserKnownHostsFile=$state/known_hosts -o ControlMaster=no"

# The questions that a plan asks of one member, as it tells them itself, in the words of a shell.
requests() {
  echo 'get() { curl -sf --unix-socket /var/lib/lxd/unix.socket "$@"; }'
  awk -v member="$1" '$2 == member && $3 == ">"' "$work/questions" | cut -d' ' -f4- | awk '
    $1 == "GET" { gets = gets " \"lxd" $2 "\"" }
    $1 == "ovs" { print "ovs-vsctl -f json --columns=" $3 " list " $2 }
    $1 == "southbound" { print "ovn-sbctl --db=\"$(ovs-vsctl get open . external_ids:ovn-remote | tr -d \\\")\" --no-leader-only -f json --columns=" $3 " list " $2 }
    $1 == "links" { print "ip -json address show" }
    $1 == "machine" { print "date +%s; df -P -k /var/lib/lxd /etc/openvswitch" }
    END { print "get" gets }'
}

# Called once, when the cluster is as the program says.
write_requests() {
  ./mcnet plan -v "$work/full" >/dev/null 2>"$work/questions"
  for member in $members; do requests "${member%%=*}" > "$work/requests.${member%%=*}"; done
}

parallel_ssh() {
  pids=
  for member in $members; do
    # shellcheck disable=SC2086
    ssh $ssh_options "root@${member#*=}" sh -s < "$work/requests.${member%%=*}" &
    pids="$pids $!"
  done
  for pid in $pids; do wait "$pid" || return 1; done
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
# Every attribute of the program is compared with what is there, and nothing is done.
cat > "$work/playbook.yml" <<TEXT
- hosts: members
  gather_facts: no
  tasks:
    - name: where the tunnels end
      command: ovs-vsctl get open_vswitch . external_ids:ovn-encap-ip external_ids:ovn-encap-type
      register: encap
      changed_when: no
      failed_when: encap.stdout_lines | map('replace', '"', '') | list != ['10.88.$lab.' ~ inventory_hostname[-1:], 'geneve']
    - name: the underlay's address
      command: ip -json address show eth1
      register: fabric
      changed_when: no
      failed_when: "'10.88.$lab.' ~ inventory_hostname[-1:] not in fabric.stdout"
    - name: the uplink's nic
      command: lxc network get public parent --target {{ inventory_hostname }}
      register: nic
      changed_when: no
      failed_when: "nic.stdout != ('enp5s0' if inventory_hostname == 'micro3' else 'eth0')"
- hosts: micro1
  gather_facts: no
  tasks:
    - name: the uplink
      command: lxc network show public
      register: uplink
      changed_when: no
      failed_when: "'ipv4.gateway: 198.18.$lab.1/24' not in uplink.stdout or 'ipv4.ovn.ranges: 198.18.$lab.100-198.18.$lab.139' not in uplink.stdout"
    - name: the networks
      command: lxc network show n{{ item }}
      register: network
      changed_when: no
      failed_when: "'ipv4.nat: \"true\"' not in network.stdout or 'ipv6.address: none' not in network.stdout or ('ipv4.address: 10.45.' ~ item ~ '.1/24') not in network.stdout or 'network: public' not in network.stdout"
      loop: "{{ range(10) | list }}"
TEXT
ansible_check() { ANSIBLE_CONFIG="$work/ansible.cfg" ansible-playbook -i "$work/inventory" "$work/playbook.yml"; }

# The same POSTs as mcnet's own, told by its log, sent on the member and timed there.
post_by_curl() {
  {
    echo 'from=$(date +%s%N)'
    sed -n 's/^.* micro1 > POST \(\/1.0\/networks\) \(.*\)$/curl -sf --unix-socket \/var\/lib\/lxd\/unix.socket -d '"'\2'"' lxd\1 >\/dev\/null || exit/p' "$work/apply.log"
    echo 'echo $((($(date +%s%N) - from) / 1000000))'
  } > "$work/posts"
  # shellcheck disable=SC2086
  ssh $ssh_options "root@$lead" sh -s < "$work/posts"
}
