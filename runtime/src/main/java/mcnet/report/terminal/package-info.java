/** Text on a terminal: escaping, colour, width. */
package mcnet.report.terminal;
