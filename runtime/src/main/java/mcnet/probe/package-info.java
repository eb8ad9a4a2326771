/**
 * What must be seen on the cluster before one may say that it works, a probe a class. Each names its queries and
 * judges their answers; none asks itself.
 */
package mcnet.probe;
