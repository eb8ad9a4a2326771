/**
 * Desired and observed state to a plan. Pure: the same facts give the same plan. What stands in its way is in {@code
 * rule}.
 */
package mcnet.planner;
