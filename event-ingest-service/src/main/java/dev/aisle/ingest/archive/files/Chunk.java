package dev.aisle.ingest.archive.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the archive: what stands on one partition from an offset to another and was taken in on one day.
 *
 * @param day in UTC
 */
public record Chunk(LocalDate day, int partition, long first, long last) {
    private static final Pattern DAY = Pattern.compile("day=(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern FILE = Pattern.compile("p(\\d{1,9})-(\\d{1,18})-(\\d{1,18})\\.parquet");

    /** The chunk of a file; empty when it is something else. */
    public static Optional<Chunk> of(String folderName, String fileName) {
        Matcher day = DAY.matcher(folderName);
        Matcher file = FILE.matcher(fileName);
        if (!day.matches() || !file.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Chunk(
                    LocalDate.parse(day.group(1)),
                    Integer.parseInt(file.group(1)),
                    Long.parseLong(file.group(2)),
                    Long.parseLong(file.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String folderName() {
        return "day=" + day;
    }

    public String fileName() {
        return "p" + partition + "-" + first + "-" + last + ".parquet";
    }

    /** Whether everything of the other one is in this one too: that is left of a merge that was cut off. */
    public boolean covers(Chunk other) {
        return !equals(other) && partition == other.partition && first <= other.first && last >= other.last;
    }
}
