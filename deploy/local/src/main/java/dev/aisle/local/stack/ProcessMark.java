package dev.aisle.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What tells a process from a later one with the same id: the boot and the tick at which it started. */
final class ProcessMark {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Fields of /proc/PID/stat after the name in brackets; the start is field 22 of all, the state field 3. */
    private static final int START_FIELD = 22 - 3;

    private ProcessMark() {}

    static Optional<String> of(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(BOOT)) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> process.info().startInstant())
                    .map(Object::toString);
        }
        try {
            var line = Files.readString(stat);
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            var dead = fields[0].equals("Z") || fields[0].equals("X");
            return dead ? Optional.empty() : Optional.of(Files.readString(BOOT).strip() + "/" + fields[START_FIELD]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
