package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells about bad lines: the first few and the counts on the terminal, all of them in a file. */
final class BadLineReport {
    private static final int SHOWN = 10;

    private BadLineReport() {}

    static void show(List<BadLine> bad, Map<String, Long> byReason, Path file, String shownFile, Progress progress) {
        if (bad.isEmpty()) {
            return;
        }
        bad.stream().limit(SHOWN).forEach(line -> progress.say("  " + line));
        if (bad.size() > SHOWN) {
            progress.say(String.format(Locale.ROOT, "  … and %,d more:", bad.size() - SHOWN));
            byReason.forEach((reason, count) -> progress.say(String.format(Locale.ROOT, "  %,9d × %s", count, reason)));
        }
        write(bad, file);
        progress.say("  All of them: " + shownFile);
    }

    private static void write(List<BadLine> bad, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, bad.stream().map(BadLine::toString).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
