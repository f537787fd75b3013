package dev.aisle.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory of a process and its children.
 *
 * @param proportional PSS in bytes: shared pages divided among those who share them; 0 where the system doesn't tell
 * @param resident     RSS in bytes
 * @param anonymous    of that what is no file: heap, stacks, buffers, in bytes
 */
public record Memory(long proportional, long resident, long anonymous) {
    private static final int KIB = 1024;

    /** As of now; of who is gone, nothing. */
    public static Memory of(long pid) {
        var all = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .map(each -> Path.of("/proc", Long.toString(each), "smaps_rollup"))
                .toList();
        return new Memory(sum(all, "Pss:"), sum(all, "Rss:"), sum(all, "Anonymous:"));
    }

    private static long sum(Iterable<Path> files, String field) {
        var total = 0L;
        for (var file : files) {
            total += value(file, field);
        }
        return total;
    }

    private static long value(Path file, String field) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
