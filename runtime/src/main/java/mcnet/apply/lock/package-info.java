/**
 * One writer at a time, without a service or a file of our own: whoever creates the network ACL {@code mcnet-lease-N}
 * with the highest N holds the cluster.
 *
 * <p>LXD's {@code If-Match} compares and writes in two transactions, so of many that come at once several win. Creating
 * an object of a given name is atomic: names are unique in the cluster's database. So a lease is taken by creating the
 * next number, and never by changing one. The number only counts up: the highest object is never deleted, only marked
 * free, else counting would begin anew and a slow taker could win beside a quick one. Whoever takes a lease looks again
 * whether a higher one came meanwhile, then removes the older ones.
 *
 * <p>No two clocks are compared. The holder counts {@code renewed} up; a taker that sees the counter stand still for
 * the lease's time, by its own clock, knows that the holder is gone. The holder begins a call only while its lease, as of
 * the last renewal that it sent, outlasts the time limit of a call. Of a holder on this machine
 * one sees at once whether its process still runs.
 */
package mcnet.apply.lock;
