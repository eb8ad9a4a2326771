/**
 * The commands: arguments to an operation to a view. {@link mcnet.cli.Main} is the way in; what the time of a command
 * consists of is told in {@code docs/performance.md}.
 */
package mcnet.cli;
