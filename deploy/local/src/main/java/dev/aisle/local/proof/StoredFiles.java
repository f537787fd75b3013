package dev.aisle.local.proof;

import dev.aisle.local.stack.Layout;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The files of a stack, as they are on disk and with what is compressed in them: databases, Kafka's log, refine's state, archive, models, logs. */
public final class StoredFiles {
    static final String WAL = "PostgreSQL, WAL";
    static final String TABLES = "PostgreSQL, data files";
    static final String KAFKA = "Kafka, segments";
    static final String CHANGELOGS = "Kafka, changelogs of refine";
    static final String STATE = "RocksDB of refine";
    static final String ARCHIVE = "event archive";
    static final String MODELS = "model files";
    static final String LOGS = "logs";
    private final Layout layout;

    public StoredFiles(Layout layout) {
        this.layout = layout;
    }

    /**
     * Returns which of these texts stand where, as "place: text, how often, for example in a file".
     *
     * @param texts of eight bytes or more each
     */
    public List<String> naming(Collection<String> texts) {
        Findings findings = new Findings();
        search(
                new ByteSearch(texts.stream()
                        .map(text -> new Needle(text, text.getBytes(StandardCharsets.UTF_8)))
                        .toList()),
                findings);
        return findings.lines();
    }

    /** Returns the files of the event archive with rows that hold a text. */
    public List<String> archived(String text) {
        try (ParquetText parquet = new ParquetText()) {
            Path archive = layout.data().resolve("archive");
            List<String> found = new ArrayList<>();
            for (Path file : files(archive)) {
                if (isWhole(file) && holds(parquet, file, text)) {
                    found.add(archive.relativize(file).toString());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The event archive can't be searched: " + e.getMessage(), e);
        }
    }

    /** Whether it is a file of rows that is not being written any more. */
    private static boolean isWhole(Path file) {
        return file.toString().endsWith(".parquet") && !file.toString().contains("/unfinished/");
    }

    /** A file that is replaced meanwhile holds nothing; the one that replaces it is looked at the next time. */
    private static boolean holds(ParquetText parquet, Path file, String text) throws IOException {
        try {
            return new String(parquet.rows(file), StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
            return false;
        }
    }

    /** Searches all of them. */
    void search(ByteSearch search, Findings findings) {
        Path data = layout.data();
        try (ParquetText parquet = new ParquetText()) {
            for (Path file : files(data.resolve("postgres"))) {
                raw(file.toString().contains("/pg_wal/") ? WAL : TABLES, file, search, findings);
            }
            for (Path file : files(data.resolve("kafka"))) {
                if (file.toString().endsWith("index")) {
                    // 10 MB of offsets and times each, as long as the broker runs.
                    continue;
                }
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
                if (isWhole(file)) {
                    decoded(ARCHIVE, file, parquet::rows, search, findings);
                }
            }
            for (Path file : files(data.resolve("models"))) {
                raw(MODELS, file, search, findings);
            }
            for (Path file : files(layout.home().resolve("logs"))) {
                raw(LOGS, file, search, findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A place can't be searched: " + e.getMessage(), e);
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

    void raw(String place, Path file, ByteSearch search, Findings findings) throws IOException {
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

    /** A file that is gone meanwhile has nothing; what replaces it was there to be looked at, or is there the next time. */
    private void decoded(String place, Path file, Decoder decoder, ByteSearch search, Findings findings)
            throws IOException {
        String name = layout.data().relativize(file) + " decoded";
        try {
            findings.add(place, name, search.count(new ByteArrayInputStream(decoder.content(file))));
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
            findings.add(place, name, Map.of());
        }
    }
}
