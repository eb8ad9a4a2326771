/**
 * A program as data, after compilation: declarations with their settings, rules, flows, members. Immutable; the
 * checks, the planner and the modules read it.
 */
package mcnet.model;
