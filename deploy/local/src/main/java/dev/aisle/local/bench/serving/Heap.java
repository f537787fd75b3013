package dev.aisle.local.bench.serving;

import dev.aisle.local.stack.Jcmd;
import java.util.regex.Pattern;

/** The heap of a running service. */
final class Heap {
    private static final Pattern USED =
            Pattern.compile("(?:PSYoungGen|ParOldGen|garbage-first heap)\\s.*?used (\\d+)K");
    private static final long KIB = 1024;

    private Heap() {}

    /** Bytes of what lives in it, after a collection; of the parallel or the G1 collector. */
    static long used(long pid) {
        Jcmd.run(pid, "GC.run");
        return USED.matcher(Jcmd.run(pid, "GC.heap_info"))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)) * KIB)
                .sum();
    }
}
