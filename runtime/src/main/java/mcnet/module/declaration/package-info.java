/**
 * The words in which a module declares its kinds. They run in the build, which writes the index; no command evaluates
 * them again, but for modules of the user's own.
 */
package mcnet.module.declaration;
