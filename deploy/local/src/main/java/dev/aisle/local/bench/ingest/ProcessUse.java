package dev.aisle.local.bench.ingest;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** CPU time of door, broker and this generator between two moments. */
final class ProcessUse {
    private static final double MIB = 1024 * 1024;
    private final Map<Part, Long> pids = new EnumMap<>(Part.class);
    private final Stack stack;
    private Map<String, Duration> before = Map.of();
    private long begun;

    ProcessUse(Stack stack) {
        this.stack = stack;
        for (var status : stack.status()) {
            if (status instanceof PartStatus.Present present) {
                pids.put(present.part(), present.running().pid());
            }
        }
    }

    long pid(Part part) {
        var pid = pids.get(part);
        if (pid == null) {
            throw new CommandFailure(part.label() + " does not run.");
        }
        return pid;
    }

    void begin() {
        before = now();
        begun = System.nanoTime();
    }

    /** Seconds of CPU time of the door since the beginning. */
    double doorSeconds() {
        return cpu(pid(Part.INGEST))
                        .minus(before.getOrDefault("door", Duration.ZERO))
                        .toNanos()
                / 1e9;
    }

    /** Cores that each used since the beginning, in words. */
    String cores() {
        var seconds = (System.nanoTime() - begun) / 1e9;
        var text = new StringBuilder();
        now().forEach((name, after) -> {
            var used = after.minus(before.getOrDefault(name, Duration.ZERO)).toNanos() / 1e9;
            text.append(String.format(Locale.ROOT, "%s%s %.2f", text.isEmpty() ? "" : ", ", name, used / seconds));
        });
        return text + " cores";
    }

    /** Resident memory of the door in MB. */
    double doorMegabytes() {
        return stack.status().stream()
                .filter(status -> status.part() == Part.INGEST)
                .mapToDouble(status -> status instanceof PartStatus.Present present
                        ? present.memory().resident() / MIB
                        : 0)
                .sum();
    }

    private Map<String, Duration> now() {
        return Map.of(
                "door",
                cpu(pid(Part.INGEST)),
                "broker",
                cpu(pid(Part.KAFKA)),
                "generator",
                cpu(ProcessHandle.current().pid()));
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
