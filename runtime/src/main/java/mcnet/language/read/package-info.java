/** Expanded items to the typed model: attributes are checked against the types of the schema. */
package mcnet.language.read;
