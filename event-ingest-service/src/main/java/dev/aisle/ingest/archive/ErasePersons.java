package dev.aisle.ingest.archive;

import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.Chunk;
import dev.aisle.ingest.archive.files.ParquetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Takes persons out of the files: each file that has rows of them is written anew without and replaced at once. */
final class ErasePersons {
    private final ArchiveDirectory directory;
    private final ParquetFiles parquet;
    private final ArchiveStatus status;

    public ErasePersons(ArchiveDirectory directory, ParquetFiles parquet, ArchiveStatus status) {
        this.directory = directory;
        this.parquet = parquet;
        this.status = status;
    }

    /** Erases; how many rows of each person were touched. A file may be empty afterwards: its name still counts. */
    public Map<String, Long> erase(Collection<String> pseudonyms) throws IOException {
        List<Chunk> chunks = directory.chunks();
        Map<Path, Map<String, Long>> rows = parquet.rowsOf(paths(chunks), pseudonyms);
        Map<String, Long> removed = new HashMap<>();
        for (Chunk chunk : chunks) {
            Map<String, Long> here = rows.getOrDefault(directory.pathOf(chunk), Map.of());
            if (!here.isEmpty()) {
                Path whole = directory.unfinished().resolve(chunk.fileName());
                parquet.without(directory.pathOf(chunk), pseudonyms, whole);
                directory.publish(whole, chunk);
                here.forEach((person, count) -> removed.merge(person, count, Long::sum));
            }
        }
        status.erased(removed.values().stream().mapToLong(Long::longValue).sum(), directory.usage());
        return removed;
    }

    /**
     * Erases those of whom no purpose holds anything any more, and of the others what came before all purposes were refused: how many people the first
     * are.
     *
     * @param uselessUpTo the version of a person's consent under which, or before which, rows came that no purpose may use even after a new yes;
     *     negative when there is none
     */
    public int eraseRefused(Predicate<String> refused, ToLongFunction<String> uselessUpTo) throws IOException {
        Set<String> gone = new HashSet<>();
        Map<String, Long> versions = new HashMap<>();
        for (String person : parquet.persons(paths(directory.chunks()))) {
            long version = uselessUpTo.applyAsLong(person);
            if (refused.test(person)) {
                gone.add(person);
            } else if (version >= 0) {
                versions.put(person, version);
            }
        }
        erase(gone);
        eraseUpTo(versions);
        return gone.size();
    }

    private void eraseUpTo(Map<String, Long> versions) throws IOException {
        List<Chunk> chunks = directory.chunks();
        Set<Path> touched = parquet.upTo(paths(chunks), versions);
        for (Chunk chunk : chunks) {
            Path file = directory.pathOf(chunk);
            if (touched.contains(file)) {
                Path whole = directory.unfinished().resolve(chunk.fileName());
                parquet.without(file, versions, whole);
                directory.publish(whole, chunk);
            }
        }
    }

    private List<Path> paths(List<Chunk> chunks) {
        return chunks.stream().map(directory::pathOf).toList();
    }

    private Set<String> among(Predicate<String> wanted) throws IOException {
        return parquet.persons(paths(directory.chunks())).stream()
                .filter(wanted)
                .collect(Collectors.toSet());
    }

    /** Erases whom an older copy has brought back; how many those were. Of a folder that wasn't put back it reads nothing. */
    public int eraseRestored(Predicate<String> erased) throws IOException {
        if (!directory.isRestored()) {
            return 0;
        }
        Set<String> gone = among(erased);
        erase(gone);
        directory.forgetRestored();
        return gone.size();
    }
}
