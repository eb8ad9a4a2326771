/** Sources with all that they import, and the blueprints of libraries by name. */
package mcnet.language.load;
