/**
 * Which host keys are taken and which are denied, as ssh decides it: known_hosts files, revoked keys, certificates of
 * hosts. It reads files and decides; it knows nothing of connections.
 */
package mcnet.ssh.hostkeys;
