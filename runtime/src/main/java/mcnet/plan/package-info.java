/**
 * The plan as data: desired and observed resources, changes, steps with every call complete, and what is probed
 * afterwards.
 */
package mcnet.plan;
