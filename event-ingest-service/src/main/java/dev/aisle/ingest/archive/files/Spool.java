package dev.aisle.ingest.archive.files;

import dev.aisle.contracts.Keeps;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** Rows of one partition and one day on their way into a file. They lie on the disk, not in memory. */
@Keeps(ofPersons = "rows on their way into a file of the archive, deleted when it is written")
public final class Spool implements AutoCloseable {
    private final LocalDate day;
    private final int partition;
    private final long first;
    private final Instant openedAt;
    private final Path file;
    private final BufferedWriter writer;
    private long last;
    private int rows;

    private Spool(Path folder, LocalDate day, int partition, long first) throws IOException {
        this.day = day;
        this.partition = partition;
        this.first = first;
        this.last = first;
        this.openedAt = Instant.now();
        this.file = folder.resolve("p" + partition + "-" + first + ".ndjson");
        this.writer = Files.newBufferedWriter(file);
    }

    public static Spool open(Path folder, LocalDate day, int partition, long first) throws IOException {
        return new Spool(folder, day, partition, first);
    }

    public void add(String line, long offset) throws IOException {
        writer.write(line);
        last = offset;
        rows++;
    }

    public LocalDate day() {
        return day;
    }

    public int rows() {
        return rows;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Path file() {
        return file;
    }

    public Chunk chunk() {
        return new Chunk(day, partition, first, last);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
