/** The NICs of profiles and instances: what a file says of them as LXD's devices, and back. */
package mcnet.lxd.nic;
