/**
 * Rules that a program must keep, known without a cluster. {@link mcnet.check.Checks} lists them; a rule is one class
 * in {@code rule}, and reads the program through {@code view}.
 */
package mcnet.check;
