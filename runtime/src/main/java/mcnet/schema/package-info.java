/**
 * What may be declared: kinds, attributes and types. Modules declare them, the build writes the index, every command
 * reads it.
 */
package mcnet.schema;
