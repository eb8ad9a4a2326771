/**
 * Connections to members: logins, sessions that can only read, sessions that can write. Knows queries and answers, and
 * nothing of programs and plans.
 */
package mcnet.ssh;
