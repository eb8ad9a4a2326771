/**
 * What an author of a resource module sees: {@link mcnet.module.Module} is one kind, {@link
 * mcnet.module.PlanningContext} what it may look at, {@link mcnet.module.StepBuilder} how it writes a step.
 */
package mcnet.module;
