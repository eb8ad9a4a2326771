package mcnet.apply.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lease, for the other's eyes.
 *
 * @param purpose what for: {@code apply of program shop}
 * @param process the process on its machine, as only that machine can read it: boot, process namespace, number, start
 */
record LockHolder(String user, String host, String purpose, String process) {
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Pattern PROCESS = Pattern.compile("(\\d{1,10})/(.*)");
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    /** This process. */
    static LockHolder here(String purpose) {
        ProcessHandle own = ProcessHandle.current();
        return new LockHolder(System.getProperty("user.name"), read(HOST).orElse("unknown host"), purpose,
                machine().map(m -> m + "/" + own.pid() + "/" + started(own)).orElse(""));
    }

    /** Whether its process runs on this machine or has ended there; empty where it is another machine's. */
    Optional<Boolean> runs() {
        Optional<String> machine = machine();
        if (machine.isEmpty() || !process.startsWith(machine.get() + "/")) return Optional.empty();
        Matcher own = PROCESS.matcher(process.substring(machine.get().length() + 1));
        return Optional.of(own.matches() && ProcessHandle.of(Long.parseLong(own.group(1)))
                .filter(p -> started(p).equals(own.group(2))).isPresent());
    }

    String text() {
        return user + "@" + host + ", " + purpose;
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).map(String::valueOf).orElse("?");
    }

    /** This boot of this machine, and the namespace in which its processes are counted. */
    private static Optional<String> machine() {
        try {
            Path namespace = Files.readSymbolicLink(NAMESPACE);
            return read(BOOT).map(boot -> boot + "/" + namespace);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
