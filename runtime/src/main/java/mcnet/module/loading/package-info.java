/** Modules are found, compiled, and written into the index. The build runs two of these classes. */
package mcnet.module.loading;
