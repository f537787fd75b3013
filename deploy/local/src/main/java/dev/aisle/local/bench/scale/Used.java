package dev.aisle.local.bench.scale;

import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time of the parts since they began, each with the processes that it began, in seconds.
 *
 * @param seconds by part
 * @param nanos   when it was read
 */
record Used(Map<Part, Double> seconds, long nanos) {
    static Used of(Stack stack, List<Part> parts) {
        Map<Part, Double> seconds = new EnumMap<>(Part.class);
        parts.forEach(part -> seconds.put(part, tree(stack.pid(part))));
        return new Used(seconds, System.nanoTime());
    }

    double of(Part part) {
        return seconds.getOrDefault(part, 0.0);
    }

    private static double tree(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> cpu(process)
                        + process.descendants().mapToDouble(Used::cpu).sum())
                .orElse(0.0);
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
