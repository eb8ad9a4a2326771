/**
 * The commands, and what the time of one consists of.
 *
 * <p>A plan that changes nothing is four things one after the other. The figures are CPU milliseconds of a busy machine
 * with two cores, where three {@code ssh} that ask the same cost 430; counts do not depend on the machine.
 * <ol>
 * <li><b>The launcher</b>, 8 (64 when it called sed, readlink, and find over all folders): it starts no program that the
 * shell can do without, and becomes the JVM, so that signals arrive.</li>
 * <li><b>The JVM</b>, 40 by itself, and what it loads. Serial collector and quick compiler, because a run
 * ends before anything better pays. A cache of loaded classes, recorded at the first plan that reaches its members, made
 * anew when a jar is newer, one for each build of a JDK; verified at each start (15), as a damaged one would take the
 * process down; what the JVM says of a damaged one makes the next run remake it.</li>
 * <li><b>Reading the files</b>, 210: half of it ANTLR's tables and the address library, loaded once.</li>
 * <li><b>Members and comparison</b>: three logins, their cryptography from the JDK and loaded by
 * {@link mcnet.ssh.ClassPreloader} while the files are read, one turn each, 8 round trips with that of TCP, and a comparison
 * without Groovy's registry of meta classes ({@code PlainCode}: 760 with it, 480 without, for a plan from a file) and
 * without Jackson's mapper.</li>
 * </ol>
 *
 * <p>So a command that ends at once loads little, and what it must load it loads while it waits for something else.
 *
 * <p>Of what a check of 10,000 declarations costs beyond one of 10, three quarters are its own work, spread so evenly that no
 * part of it stands out any more, an eighth compiling it, an eighth collecting. What it was spent on needlessly, and is no
 * more: the parser's own tree of the whole file, kept until the last item was read (a third of the collections; now an
 * item is forgotten before the next); brackets, look-alikes and missing values searched for where nothing is wrong; the
 * spans of networks, worked out anew by each rule that compares one; texts of addresses, parsed twice. All of it together:
 * 1.2 s instead of 2.5 s. Of a plan of 10,000 rules: the rules themselves, read from their sentences up to four times; a
 * closure of Groovy in the steps of an ACL, for which the registry of meta classes was loaded after all; the extensions of
 * all servers, looked through for each network.
 *
 * <p>Tried, and it did not help:
 * <ul>
 * <li>the optimising compiler beside the quick one: 1.65 s instead of 1.00 s for a check of 10 declarations, 5.3 s instead
 * of 3.1 s for 10,000; no difference for a plan;</li>
 * <li>no compiler: 710 instead of 420 for a plan from a file;</li>
 * <li>a young generation of 300 MB, which saves both collections of a check of 10,000: 3.09 s instead of 3.10 s;</li>
 * <li>a young generation of 32, 64 or 200 MB, now that less is kept: 2.03, 2.06 and 2.18 s instead of 2.07 s;</li>
 * <li>higher thresholds for the quick compiler: 3.2 s instead of 3.1 s;</li>
 * <li>the optimising compiler with method profiles in the cache, learnt from a check of 10,000: 4.0 s instead of 2.6 s for
 * 10,000 at a load of 12, 0.68 s instead of 0.51 s for 10;</li>
 * <li>a cache learnt from a check of 10,000 instead of a plan: 2.3 s (2.2 to 2.7) instead of 2.6 s (2.2 to 2.6) for 10,000,
 * which is within the noise;</li>
 * <li>loading Groovy and the comparison in a thread of its own while SSH connects: 1810 instead of 1690 by the clock, as
 * three logins keep two cores busy already.</li>
 * </ul>
 */
package mcnet.cli;
