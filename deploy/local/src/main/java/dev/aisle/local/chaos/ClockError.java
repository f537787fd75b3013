package dev.aisle.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** By how much this process's clocks are wrong. Woven into every place that asks for the time of day; one a process. */
public final class ClockError {
    private static final long LOOK_MILLIS = 100;
    private static final long NANOS_OF_MILLI = 1_000_000L;
    /** What the JDK answers when the moment is too far from where it is counted from: it asks again from nearer. */
    private static final long TOO_FAR = -1;

    private static volatile long millis;

    private ClockError() {}

    /** Follows the file; the time that runs, {@code System.nanoTime}, stays right. */
    static void follow(Path file) {
        var thread = new Thread(() -> look(file), "clock-error");
        thread.setDaemon(true);
        thread.start();
    }

    private static void look(Path file) {
        try {
            while (true) {
                millis = read(file);
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long read(Path file) {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? millis : Long.parseLong(text);
        } catch (IOException | NumberFormatException e) {
            // It is being written: the next look sees it.
            return millis;
        }
    }

    /** Called by the woven code: {@code System.currentTimeMillis()}, wrong. */
    public static long wrong(long right) {
        return right + millis;
    }

    /** Called by the woven code: what {@code Instant.now} is made of, nanoseconds from a second near by, wrong. */
    public static long wrongNanos(long right) {
        return right == TOO_FAR ? right : right + millis * NANOS_OF_MILLI;
    }
}
