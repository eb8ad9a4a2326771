/** A program as the rules read it: typed views of declarations, and sets of addresses and packets. */
package mcnet.check.view;
