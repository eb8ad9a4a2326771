/**
 * Questions to a cluster and their answers, as data: a plan can be made from a file of them. No question can change
 * anything.
 */
package mcnet.observe;
