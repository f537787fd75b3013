package dev.aisle.local.bench.ingest;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the virtual machine's own threads used, in seconds of CPU time: no sampler of Java stacks sees them. Read from Linux'
 * {@code /proc}.
 */
final class RuntimeThreads {
    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    /** The serial collector works on the thread that also brings the others to a halt. */
    private static final Map<String, List<String>> KINDS =
            Map.of("collector", List.of("VM Thread", "GC Thread"), "compiler", List.of("C1 Compiler", "C2 Compiler"));

    private final Path tasks;
    private Map<String, Double> before = Map.of();

    RuntimeThreads(long pid) {
        tasks = Path.of("/proc", Long.toString(pid), "task");
    }

    void begin() {
        before = now();
    }

    /** "collector" and "compiler" → seconds since the beginning. */
    Map<String, Double> since() {
        var used = now();
        used.replaceAll((kind, seconds) -> seconds - before.getOrDefault(kind, 0.0));
        return used;
    }

    private Map<String, Double> now() {
        var sums = new LinkedHashMap<String, Double>();
        KINDS.forEach((kind, names) -> sums.put(kind, total(names)));
        return sums;
    }

    private double total(List<String> names) {
        ToDoubleFunction<Path> seconds = task -> names.stream().anyMatch(text(task, "comm")::startsWith)
                ? ticks(text(task, "stat")) / TICKS_A_SECOND
                : 0;
        try (var all = Files.list(tasks)) {
            return all.mapToDouble(seconds).sum();
        } catch (IOException e) {
            throw new CommandFailure(
                    "Cannot read the threads of the door in " + tasks + ": this bench needs Linux.", e);
        }
    }

    /** Empty for a thread that has ended. */
    private static String text(Path task, String file) {
        try {
            return Files.readString(task.resolve(file));
        } catch (IOException e) {
            // Linux says "no such file" or "no such process" of a thread that ended since it was listed: it used
            // nothing more.
            return "";
        }
    }

    /** The name in parentheses may hold spaces; the fields are counted behind it. */
    private static double ticks(String stat) {
        if (stat.isEmpty()) {
            return 0;
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }
}
