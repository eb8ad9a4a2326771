/** The image that members of a lab are made of. */
package mcnet.lab.image;
