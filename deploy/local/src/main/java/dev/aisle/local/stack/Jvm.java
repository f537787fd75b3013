package dev.aisle.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of small Java processes: this process's own JDK, a collector, a bounded heap. */
public final class Jvm {
    /**
     * A heap begins small and grows as it is needed (by itself it would begin at a 64th of the machine's memory, all of ours); and what was needed for a moment goes
     * back to the machine, of the heap and of what libraries take beside it.
     */
    private static final List<String> AS_NEEDED = List.of(
            "-Xms64m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:TrimNativeHeapInterval=30000");

    private Jvm() {}

    static List<String> command(int heapMegabytes, String... rest) {
        return collectedBy(List.of("-XX:+UseSerialGC"), heapMegabytes, rest);
    }

    /** With a collector that looks every two minutes what is free, instead of when the heap is full: for a heap that a moment's work fills. */
    static List<String> commandThatTidies(int heapMegabytes, String... rest) {
        return collectedBy(List.of("-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=120000"), heapMegabytes, rest);
    }

    private static List<String> collectedBy(List<String> collector, int heapMegabytes, String... rest) {
        var flags = new ArrayList<>(List.of("-Xmx" + heapMegabytes + "m", "-Xss512k"));
        flags.addAll(collector);
        flags.addAll(AS_NEEDED);
        flags.addAll(List.of(rest));
        return tuned(flags);
    }

    /** With flags of one's own for heap, collector and compiler. */
    static List<String> tuned(List<String> flags) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(flags);
        return words;
    }

    /** C1 only: half the start, a third less memory; not for what computes for long. */
    public static String quickStart() {
        return "-XX:TieredStopAtLevel=1";
    }

    /** Training on the Vector API; never with C1 only, which runs it many times slower than plain loops. */
    public static String vectors() {
        return "--add-modules=jdk.incubator.vector";
    }

    /** A jar and the libraries of its module. */
    static String classPath(Path jar, Path module) {
        return jar + ":" + libraries(module);
    }

    static String libraries(Path module) {
        return module.resolve("target").resolve("libs") + "/*";
    }
}
