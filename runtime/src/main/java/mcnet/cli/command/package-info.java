/** The commands, one a class: arguments, an operation, a view. */
package mcnet.cli.command;
