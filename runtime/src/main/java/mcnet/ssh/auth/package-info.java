/** The user's private keys and agents. */
package mcnet.ssh.auth;
