/**
 * What depends on the product, LXD or Incus, and on its release: names of its programs, folders and objects in OVN, and
 * what it does otherwise than others. No other package compares products.
 */
package mcnet.product;
