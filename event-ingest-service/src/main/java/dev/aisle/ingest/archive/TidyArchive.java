package dev.aisle.ingest.archive;

import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.Chunk;
import dev.aisle.ingest.archive.files.ParquetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Deletes days that are too old, and makes one file a partition of a day that is over. */
final class TidyArchive {
    private static final Logger LOG = Logger.getLogger(TidyArchive.class);
    /** More than these at once would hold too many files open; the rest follows the next time. */
    private static final int MOST_FILES = 500;

    private final ArchiveDirectory directory;
    private final ParquetFiles parquet;
    private final ArchiveStatus status;
    private final int retentionDays;

    public TidyArchive(ArchiveDirectory directory, ParquetFiles parquet, ArchiveStatus status, int retentionDays) {
        this.directory = directory;
        this.parquet = parquet;
        this.status = status;
        this.retentionDays = retentionDays;
    }

    /** Does both. */
    public void tidy(LocalDate today) throws IOException {
        List<Chunk> old = directory.chunks().stream()
                .filter(chunk -> chunk.day().isBefore(today.minusDays(retentionDays)))
                .toList();
        if (!old.isEmpty()) {
            directory.expire(old);
            LOG.infof("The archive deleted %d files that were older than %d days", old.size(), retentionDays);
        }
        mergeDaysBefore(today);
        status.tidied(old.size(), directory.usage());
    }

    private void mergeDaysBefore(LocalDate today) throws IOException {
        Map<String, List<Chunk>> groups = directory.chunks().stream()
                .filter(chunk -> chunk.day().isBefore(today))
                .collect(Collectors.groupingBy(
                        chunk -> chunk.folderName() + "/" + chunk.partition(), TreeMap::new, Collectors.toList()));
        for (List<Chunk> group : groups.values()) {
            if (group.size() > 1) {
                merge(group.subList(0, Math.min(MOST_FILES, group.size())));
            }
        }
    }

    /** Between the rename and the deletes a reader sees rows twice; a process that dies there clears it up at its start. */
    private void merge(List<Chunk> group) throws IOException {
        Chunk first = group.getFirst();
        Chunk merged = new Chunk(
                first.day(), first.partition(), first.first(), group.getLast().last());
        Path whole = directory.unfinished().resolve(merged.fileName());
        parquet.merge(group.stream().map(directory::pathOf).toList(), whole);
        directory.publish(whole, merged);
        for (Chunk part : group) {
            directory.delete(part);
        }
    }
}
