/** Projects: which are asked for, what each has for itself, what each is granted. */
package mcnet.lxd.project;
