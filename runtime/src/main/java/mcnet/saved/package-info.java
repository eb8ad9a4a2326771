/** Saved plans: what a plan was made from, so that it can be made again and compared. */
package mcnet.saved;
