/**
 * The commands, and what the time of one consists of.
 *
 * <p>A plan that changes nothing is four things one after the other; the figures are CPU milliseconds of a busy machine
 * with two cores, where the same three questions by {@code ssh} and {@code curl} cost 400:
 * <ol>
 * <li><b>The launcher</b>, 8 (64 when it called sed, find over all folders and readlink): it starts no program that the
 * shell can do without.</li>
 * <li><b>The JVM</b>, 270 with nothing to do. Quick compiler and serial collector, because a run ends before anything
 * better pays. A cache of loaded classes, recorded at the first plan that reaches its members and verified at each start
 * (15 ms; unverified, a damaged one takes the process down).</li>
 * <li><b>Reading the files</b>, 210: half of it ANTLR's tables and the address library, loaded once.</li>
 * <li><b>Members and comparison</b>, 500: three logins, their cryptography from the JDK and loaded by
 * {@link mcnet.remote.Ahead} while the files are read, one turn each, and a comparison without Groovy's registry of meta
 * classes (700 when modules declared their kinds at each start) and without Jackson's mapper.</li>
 * </ol>
 *
 * <p>So a command that ends at once loads little, and what it must load it loads while it waits for something else.
 */
package mcnet.cli;
