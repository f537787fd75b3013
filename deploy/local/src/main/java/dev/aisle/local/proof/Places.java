package dev.aisle.local.proof;

import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.Stack;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every place where something of a person could be: files as they are on disk, what is compressed in them, and heaps. */
final class Places {
    static final String WAL = "PostgreSQL, WAL";
    static final String TABLES = "PostgreSQL, data files";
    static final String KAFKA = "Kafka, segments";
    static final String CHANGELOGS = "Kafka, changelogs of refine";
    static final String STATE = "RocksDB of refine";
    static final String ARCHIVE = "event archive";
    static final String MODELS = "model files";
    static final String LOGS = "logs";
    private final Layout layout;
    private final Stack stack;

    Places(Stack stack) {
        this.stack = stack;
        this.layout = stack.layout();
    }

    static String heapOf(Part part) {
        return "heap of " + part.label();
    }

    /** Searches all of them. */
    Findings search(List<Needle> needles) {
        ByteSearch search = new ByteSearch(needles);
        Findings findings = new Findings();
        Path data = layout.data();
        try {
            for (Path file : files(data.resolve("postgres"))) {
                raw(file.toString().contains("/pg_wal/") ? WAL : TABLES, file, search, findings);
            }
            for (Path file : files(data.resolve("kafka"))) {
                String place = file.toString().contains("event-ingest-refine-") ? CHANGELOGS : KAFKA;
                raw(place, file, search, findings);
                if (file.toString().endsWith(".log")) {
                    decoded(place, file, KafkaLog::records, search, findings);
                }
            }
            for (Path file : files(data.resolve("refine"))) {
                raw(STATE, file, search, findings);
            }
            for (Path file : files(data.resolve("archive"))) {
                raw(ARCHIVE, file, search, findings);
                if (file.toString().endsWith(".parquet")) {
                    decoded(ARCHIVE, file, ParquetText::rows, search, findings);
                }
            }
            for (Path file : files(data.resolve("models"))) {
                raw(MODELS, file, search, findings);
            }
            for (Path file : files(layout.home().resolve("logs"))) {
                raw(LOGS, file, search, findings);
            }
            heaps(search, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("A place can't be searched: " + e.getMessage(), e);
        }
        return findings;
    }

    private void heaps(ByteSearch search, Findings findings) throws IOException {
        for (PartStatus status : stack.status()) {
            if (status instanceof PartStatus.Present present && present.part().isService()) {
                Path dump = layout.home().resolve(present.part().label() + ".hprof");
                HeapDumps.take(present.running().pid(), dump);
                raw(heapOf(present.part()), dump, search, findings);
                // One with a hit stays to be looked at.
                if (findings.in(heapOf(present.part())) == 0) {
                    Files.deleteIfExists(dump);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            // Kafka and PostgreSQL delete while we look: once more.
            return files(folder);
        }
    }

    private void raw(String place, Path file, ByteSearch search, Findings findings) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            findings.add(place, layout.data().relativize(file).toString(), search.count(in));
        } catch (NoSuchFileException e) {
            findings.add(place, "", Map.of());
        }
    }

    /** How what is compressed in a file is read. */
    private interface Decoder {
        byte[] content(Path file) throws IOException;
    }

    private void decoded(String place, Path file, Decoder decoder, ByteSearch search, Findings findings)
            throws IOException {
        String name = layout.data().relativize(file) + " decoded";
        try {
            findings.add(place, name, search.count(new ByteArrayInputStream(decoder.content(file))));
        } catch (NoSuchFileException e) {
            findings.add(place, name, Map.of());
        }
    }
}
