/** Views for people: diagnostics, plans, progress, status. */
package mcnet.report.text;
