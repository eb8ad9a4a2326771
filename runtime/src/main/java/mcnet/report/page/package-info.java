/** Pages of codes and kinds, for {@code mcnet explain}. */
package mcnet.report.page;
