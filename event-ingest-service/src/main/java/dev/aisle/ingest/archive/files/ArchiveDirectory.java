package dev.aisle.ingest.archive.files;

import dev.aisle.contracts.Keeps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of the archive: {@code day=2026-11-25/p3-1000-1999.parquet}. What the names say is in; there is no other record
 * of it, except a floor for each partition whose files were deleted for their age.
 */
@Keeps(ofPersons = "files of the event archive (ArchivedEventHolding); ErasePersons rewrites them")
public final class ArchiveDirectory {
    private static final String RESTORED = "restored";
    private static final String FLOOR = "floor-p";
    private static final int ATTEMPTS = 20;

    private final Path root;
    private final Path unfinished;
    private final Steps steps;

    public ArchiveDirectory(Path root, Steps steps) {
        this.root = root.toAbsolutePath().normalize();
        this.unfinished = this.root.resolve("unfinished");
        this.steps = steps;
    }

    /** How much there is. */
    public record Usage(long files, long bytes) {}

    public Path root() {
        return root;
    }

    /** Where files are written before they are whole. */
    public Path unfinished() {
        return unfinished;
    }

    public Path pathOf(Chunk chunk) {
        return folderOf(chunk).resolve(chunk.fileName());
    }

    private Path folderOf(Chunk chunk) {
        return root.resolve(chunk.folderName());
    }

    /** Deletes what a process that died has left: half-written files, and files that a merged one covers. */
    public void recover() throws IOException {
        Files.createDirectories(unfinished);
        for (Path file : list(unfinished)) {
            deleteTree(file);
        }
        List<Chunk> chunks = chunks();
        for (Chunk chunk : chunks) {
            if (chunks.stream().anyMatch(other -> other.covers(chunk))) {
                Files.delete(pathOf(chunk));
            }
        }
    }

    /** Every file, by day, partition and offset. */
    public List<Chunk> chunks() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (Path day : list(root)) {
            if (Files.isDirectory(day)) {
                for (Path file : list(day)) {
                    Chunk.of(day.getFileName().toString(), file.getFileName().toString())
                            .ifPresent(chunks::add);
                }
            }
        }
        chunks.sort(Comparator.comparing(Chunk::day)
                .thenComparingInt(Chunk::partition)
                .thenComparingLong(Chunk::first));
        return chunks;
    }

    /** Reads files that may be replaced or deleted meanwhile. */
    public interface Reader<T> {
        T read(List<Path> files) throws IOException;
    }

    /**
     * What a reader finds in every file. It counts when each file is the same one afterwards as before: whoever opens a file twice may see two of them
     * and take the one for the other.
     */
    public <T> T read(Reader<T> reader) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<Path> files = chunks().stream().map(this::pathOf).toList();
            List<Object> before = identities(files);
            try {
                T found = reader.read(files);
                if (identities(files).equals(before)) {
                    return found;
                }
            } catch (IOException e) {
                if (identities(files).equals(before)) {
                    throw e;
                }
            }
        }
        throw new IOException("files of the archive were replaced during each of " + ATTEMPTS + " attempts to read it");
    }

    private static List<Object> identities(List<Path> files) throws IOException {
        List<Object> identities = new ArrayList<>();
        for (Path file : files) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                identities.add(List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size()));
            } catch (NoSuchFileException e) {
                identities.add("gone");
            }
        }
        return identities;
    }

    /** The offset after the last one that is in, by partition. */
    public Map<Integer, Long> nextOffsets() throws IOException {
        Map<Integer, Long> next = new HashMap<>();
        for (Chunk chunk : chunks()) {
            next.merge(chunk.partition(), chunk.last() + 1, Math::max);
        }
        for (Path file : list(root)) {
            String name = file.getFileName().toString();
            if (name.startsWith(FLOOR)) {
                int partition = Integer.parseInt(name.substring(FLOOR.length()));
                next.merge(partition, Long.parseLong(Files.readString(file).strip()), Math::max);
            }
        }
        return next;
    }

    /** Puts a file that is whole into its place: on the disk first, then visible at once. Replaces one of the same name. */
    public void publish(Path whole, Chunk chunk) throws IOException {
        force(whole);
        steps.reached(Steps.Step.DURABLE);
        Files.createDirectories(folderOf(chunk));
        Files.move(whole, pathOf(chunk), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folderOf(chunk));
        force(root);
        steps.reached(Steps.Step.IN_PLACE);
    }

    public void delete(Chunk chunk) throws IOException {
        Files.deleteIfExists(pathOf(chunk));
    }

    /** Deletes files for their age, remembering first up to where they went. */
    public void expire(List<Chunk> chunks) throws IOException {
        for (Map.Entry<Integer, Long> floor : nextOffsets().entrySet()) {
            Path written =
                    Files.writeString(unfinished.resolve(FLOOR + floor.getKey()), Long.toString(floor.getValue()));
            force(written);
            Files.move(written, root.resolve(FLOOR + floor.getKey()), StandardCopyOption.ATOMIC_MOVE);
        }
        force(root);
        for (Chunk chunk : chunks) {
            delete(chunk);
            Path day = folderOf(chunk);
            if (list(day).isEmpty()) {
                Files.delete(day);
            }
        }
    }

    /** Whether these files are an older copy that somebody has put back, and has said so by an empty file. */
    public boolean isRestored() {
        return Files.exists(root.resolve(RESTORED));
    }

    /** Whoever was erased since the copy is gone from it. */
    public void forgetRestored() throws IOException {
        Files.deleteIfExists(root.resolve(RESTORED));
        force(root);
    }

    public Usage usage() throws IOException {
        long bytes = 0;
        List<Chunk> chunks = chunks();
        for (Chunk chunk : chunks) {
            bytes += Files.size(pathOf(chunk));
        }
        return new Usage(chunks.size(), bytes);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void deleteTree(Path path) throws IOException {
        for (Path inside : list(path)) {
            deleteTree(inside);
        }
        Files.delete(path);
    }
}
