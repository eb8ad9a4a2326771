/**
 * The practice cluster: real LXD, OVN, Open vSwitch and sshd in containers on one machine. The same code serves the
 * {@code lab} command and the tests; {@link mcnet.lab.Lab} is the way in.
 */
package mcnet.lab;
