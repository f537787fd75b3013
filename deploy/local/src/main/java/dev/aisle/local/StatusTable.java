package dev.aisle.local;

import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.PartStatus.Absent;
import dev.aisle.local.stack.PartStatus.Present;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The table of {@code ./aisle status}. */
final class StatusTable {
    private static final double MIB = 1024 * 1024;
    private static final String FORMAT = "%-22s %6s  %-9s %8s %9s %9s  %s%n";

    private StatusTable() {}

    static String of(List<PartStatus> parts) {
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, FORMAT, "part", "port", "state", "pid", "PSS MB", "RSS MB", "up for"));
        parts.forEach(part -> text.append(line(part)));
        var total = parts.stream()
                .mapToLong(part ->
                        part instanceof Present present ? present.memory().proportional() : 0)
                .sum();
        return text.append(String.format(Locale.ROOT, "%.0f MB together (PSS)", total / MIB))
                .toString();
    }

    private static String line(PartStatus status) {
        return switch (status) {
            case Absent absent ->
                String.format(Locale.ROOT, FORMAT, absent.part().label(), absent.port(), "stopped", "", "", "", "");
            case Present present ->
                String.format(
                        Locale.ROOT,
                        FORMAT,
                        present.part().label(),
                        present.running().port(),
                        present.ready() ? "ready" : "not ready",
                        present.running().pid(),
                        megabytes(present.memory().proportional()),
                        megabytes(present.memory().resident()),
                        spoken(present.uptime()));
        };
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "?" : String.format(Locale.ROOT, "%.0f", bytes / MIB);
    }

    private static String spoken(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
