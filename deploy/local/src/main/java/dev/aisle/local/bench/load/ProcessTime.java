package dev.aisle.local.bench.load;

import java.util.stream.Stream;

/** The CPU time that a process uses: other work on the machine makes an answer late, and this hardly more. */
public final class ProcessTime {
    private ProcessTime() {}

    /** CPU seconds of a process and of those that it began. */
    public static double ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }
}
