/**
 * Carries out a plan: steps in order, calls to LXD and Open vSwitch, the journal, verification. With {@code ssh} the
 * only package that can change a member.
 */
package mcnet.apply;
