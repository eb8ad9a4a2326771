/**
 * The one server that stands in for LXD, Open vSwitch and OVN where the real ones cannot show what is wanted: answers
 * that no server gives, thousands of them, or faults at an exact moment. Only the answers are made up: in front of them
 * is a real {@code sshd} on loopback, whose real shell runs mcnet's script.
 *
 * <pre>{@code
 * try (SimulatedMember micro1 = SimulatedMember.start("micro1", folder, RecordedAnswers.of(observed, "micro1"))) {
 *     Files.writeString(folder.resolve("cluster.mcnet"), "cluster c {\n" + micro1.declaration() + "\n}\n");
 *     new Mcnet(folder).run("plan");
 * }
 * }</pre>
 *
 * <p>{@link Answers} decides what comes back; it gets requests to LXD's socket and the words of each command, and gives
 * bytes. It may be changed at any time by {@link SimulatedMember#answer}. {@link RecordedAnswers} gives what an observation's file
 * holds; {@link HostileAnswers} spoils what another gives. One with a memory is another implementation of
 * {@link Answers}, and needs nothing else.
 *
 * <p>Every request and command is recorded ({@link SimulatedMember#log}); {@link SimulatedMember#writes} are those that could
 * have changed something. It needs root, for {@code sshd} gets a mount namespace of its own in which LXD's socket lies
 * where LXD has it; nothing outside of that namespace and of the folder is touched, and several may run at once.
 */
package mcnet.tests.simulator;
