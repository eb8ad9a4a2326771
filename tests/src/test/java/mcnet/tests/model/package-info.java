/**
 * A model of an LXD cluster with memory: what it answers to reads and writes, and what it holds afterwards. Its rules are
 * LXD's, with the source file of each; it sends nothing anywhere. {@code ReplayTest} compares it with a real lab.
 */
package mcnet.tests.model;
