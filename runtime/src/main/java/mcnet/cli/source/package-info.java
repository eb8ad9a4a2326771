/** The user's files and what they name: programs, imports, values, secrets. */
package mcnet.cli.source;
