package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.util.Map;
import java.util.regex.Pattern;

/** What lives in the heap of a running Java process. */
public final class Heap {
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)([KMG])");
    /** What {@code GC.heap_info} tells beside the heap. */
    private static final Pattern BESIDE = Pattern.compile("^\\s*(Metaspace|class space)");

    private static final Map<String, Integer> UNITS = Map.of("K", 10, "M", 20, "G", 30);

    private Heap() {}

    /** Bytes after a full collection. */
    public static long used(long pid) {
        Jcmd.run(pid, "GC.run");
        return usedOf(Jcmd.run(pid, "GC.heap_info"));
    }

    /**
     * The sum of the generations, or of the one heap that a collector has.
     *
     * @throws CommandFailure when nothing is told that can be understood
     */
    static long usedOf(String info) {
        var found = info.lines()
                .filter(line -> !BESIDE.matcher(line).find())
                .flatMap(line -> USED.matcher(line).results())
                .toList();
        if (found.isEmpty()) {
            throw new CommandFailure("jcmd GC.heap_info tells no use of the heap: " + info.strip());
        }
        return found.stream()
                .mapToLong(match -> Long.parseLong(match.group(1)) << UNITS.getOrDefault(match.group(2), 0))
                .sum();
    }
}
