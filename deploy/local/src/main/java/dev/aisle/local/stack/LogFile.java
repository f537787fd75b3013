package dev.aisle.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A process's log, read for the line that says why it died. */
final class LogFile {
    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL|PANIC|SEVERE)\\b|^(error|Error:)|: FATAL: ");
    private static final Pattern STAMP =
            Pattern.compile("^\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,]?\\d*(Z| [A-Z]{3}\\b)?\\]?\\s*");

    /** A cause with words of its own; a bare class name explains nothing. */
    private static final Pattern CAUSE = Pattern.compile("^Caused by: \\S+: \\S");

    private static final int LONGEST = 300;

    private LogFile() {}

    /** The innermost cause of the last stack trace that says something, else the last error, else the last line. */
    static String lastError(Path log) {
        var lines = tail(log, 400);
        var cause = last(lines, line -> CAUSE.matcher(line).find());
        if (!cause.isEmpty()) {
            return shortened(cause.substring("Caused by: ".length()));
        }
        var error = last(lines, line -> ERROR.matcher(line).find());
        var words = error.isEmpty() ? last(lines, line -> !line.isBlank()) : error;
        return words.isEmpty()
                ? "it said nothing"
                : shortened(STAMP.matcher(words).replaceFirst(""));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    static List<String> tail(Path log, int count) {
        try {
            var all = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String last(List<String> lines, Predicate<String> wanted) {
        return lines.reversed().stream().filter(wanted).findFirst().orElse("").strip();
    }
}
