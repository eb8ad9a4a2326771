/**
 * LXD's and Incus's REST API as modules need it: config keys, paths, marks, who uses an object. Reads answers and
 * builds request bodies; sends nothing.
 */
package mcnet.lxd;
