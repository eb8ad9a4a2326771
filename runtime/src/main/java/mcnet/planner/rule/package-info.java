/** What keeps a plan from being carried out, or makes it doubtful: rules that need the cluster's answers. */
package mcnet.planner.rule;
