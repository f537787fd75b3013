package dev.aisle.recommender.catalog.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Files in a bucket. What has a checksum is copied into a folder of this instance alone and read from there as long as the copy is what the checksum says: an
 * instance that starts anew without its object store has its model.
 */
final class BucketFiles implements SharedFiles {
    private static final String PART = ".part";

    private final Bucket bucket;
    private final String prefix;
    private final Path copies;
    /** Who writes or reads in the folder keeps others from removing what is there. */
    private final ReadWriteLock copying = new ReentrantReadWriteLock();

    /**
     * The files of a bucket.
     *
     * @param prefix of all names
     * @param copies a folder of this instance alone
     */
    BucketFiles(Bucket bucket, String prefix, Path copies) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.copies = copies;
    }

    @Override
    public List<String> names(String begin) throws IOException {
        return bucket.keys(prefix + begin).stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    @Override
    public void put(String name, Writing writing) throws IOException {
        copying.readLock().lock();
        try {
            Path part = part();
            try {
                writing.to(part);
                bucket.put(prefix + name, part);
            } finally {
                Files.deleteIfExists(part);
            }
        } finally {
            copying.readLock().unlock();
        }
    }

    @Override
    public <T> T read(String name, Checksum expected, Reading<T> reading) throws IOException {
        copying.readLock().lock();
        try {
            Path copy = copies.resolve(name);
            if (expected.known() && isCopied(copy, expected, name)) {
                return reading.of(copy);
            }
            Path part = part();
            try {
                bucket.get(prefix + name, part);
                expected.require(part, name);
                if (!expected.known()) {
                    return reading.of(part);
                }
                Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return reading.of(copy);
            } finally {
                Files.deleteIfExists(part);
            }
        } finally {
            copying.readLock().unlock();
        }
    }

    private static boolean isCopied(Path copy, Checksum expected, String name) throws IOException {
        try {
            expected.require(copy, name);
            return true;
        } catch (NoSuchFileException | AlteredFileException e) {
            return false;
        }
    }

    @Override
    public String stampOf(String name) throws IOException {
        return bucket.stampOf(prefix + name);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(copies.resolve(name));
        bucket.delete(prefix + name);
    }

    /** While something is written or read nothing is removed: the next time will do. */
    @Override
    public void keepCopies(Set<String> names) throws IOException {
        if (!Files.isDirectory(copies) || !copying.writeLock().tryLock()) {
            return;
        }
        try (Stream<Path> all = Files.list(copies)) {
            for (Path copy : all.filter(Files::isRegularFile).toList()) {
                if (!names.contains(copy.getFileName().toString())) {
                    Files.deleteIfExists(copy);
                }
            }
        } finally {
            copying.writeLock().unlock();
        }
    }

    private Path part() throws IOException {
        Files.createDirectories(copies);
        return Files.createTempFile(copies, ".", PART);
    }
}
