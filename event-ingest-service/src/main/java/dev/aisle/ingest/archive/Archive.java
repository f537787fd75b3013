package dev.aisle.ingest.archive;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.Chunk;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.RowWriter;
import dev.aisle.ingest.archive.files.Spool;
import dev.aisle.ingest.archive.files.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes events into files. What is not in a file yet is forgotten with this object and read from the log again: a file holds
 * a run of offsets of one partition and one day, and its name says which.
 */
final class Archive {
    private final ArchiveDirectory directory;
    private final ParquetFiles parquet;
    private final Limits limits;
    private final ArchiveStatus status;
    private final Steps steps;
    private final Map<Integer, Spool> spools = new HashMap<>();

    public Archive(ArchiveDirectory directory, ParquetFiles parquet, Limits limits, ArchiveStatus status, Steps steps) {
        this.directory = directory;
        this.parquet = parquet;
        this.limits = limits;
        this.status = status;
        this.steps = steps;
    }

    /** When a file is written. */
    public record Limits(int events, Duration age) {}

    /** Clears what a process that died has left; the offset to go on from, by partition. */
    public Map<Integer, Long> recover() throws IOException {
        directory.recover();
        status.counted(directory.usage());
        return directory.nextOffsets();
    }

    /**
     * Takes one event.
     *
     * @param takenInAt the time of the record: when the door wrote it. It grows along the log, so that a day is a run of
     *     offsets
     * @throws RowWriter.Unwritable when no row can hold it
     */
    public void take(ShopEvent event, int partition, long offset, Instant takenInAt) throws IOException {
        String line = RowWriter.line(event, partition, offset);
        LocalDate day = LocalDate.ofInstant(takenInAt, ZoneOffset.UTC);
        Spool spool = spools.get(partition);
        if (spool != null && !spool.day().equals(day)) {
            flush(partition);
            spool = null;
        }
        if (spool == null) {
            spool = Spool.open(directory.unfinished(), day, partition, offset);
            spools.put(partition, spool);
        }
        spool.add(line, offset);
        if (spool.rows() >= limits.events()) {
            flush(partition);
        }
    }

    /** Whether nothing waits for a file. */
    public boolean isIdle() {
        return spools.isEmpty();
    }

    /** Writes the files whose time has come. */
    public void flushOlder(Instant now) throws IOException {
        for (Map.Entry<Integer, Spool> spool : List.copyOf(spools.entrySet())) {
            if (!spool.getValue().openedAt().plus(limits.age()).isAfter(now)) {
                flush(spool.getKey());
            }
        }
    }

    /** Writes everything that waits. */
    public void flushAll() throws IOException {
        for (Integer partition : List.copyOf(spools.keySet())) {
            flush(partition);
        }
    }

    private void flush(int partition) throws IOException {
        Spool spool = spools.remove(partition);
        if (spool == null) {
            return;
        }
        try (spool) {
            spool.close();
            steps.reached(Steps.Step.SPOOLED);
            Chunk chunk = spool.chunk();
            Path whole = directory.unfinished().resolve(chunk.fileName());
            parquet.convert(spool.file(), whole);
            steps.reached(Steps.Step.CONVERTED);
            directory.publish(whole, chunk);
            Files.delete(spool.file());
            steps.reached(Steps.Step.DONE);
            status.flushed(spool.rows(), directory.usage());
        }
    }
}
