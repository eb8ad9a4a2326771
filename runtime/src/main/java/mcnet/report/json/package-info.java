/** Views for machines. */
package mcnet.report.json;
