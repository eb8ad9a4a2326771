/** The container engine of this machine and commands on it. */
package mcnet.lab.engine;
