package dev.aisle.recommender.catalog.shared;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Files by name that all instances share, in a folder or in a bucket of an object store. A file appears whole or not at all, and never changes.
 *
 * <p>What can't be done throws {@link UnreachableStoreException} when the store doesn't answer, {@link java.nio.file.NoSuchFileException} when it has no such file.
 */
public interface SharedFiles {
    /** Writes a file, whole, to a place of this machine; what is there is replaced. */
    @FunctionalInterface
    interface Writing {
        void to(Path place) throws IOException;
    }

    /**
     * Reads a file of this machine. The file may be gone afterwards; what is mapped of it stays.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /** The names that begin so, in their order. */
    List<String> names(String prefix) throws IOException;

    /** Puts a file under a name: all instances see it afterwards, and nobody sees a part of it before. */
    void put(String name, Writing writing) throws IOException;

    /**
     * Reads the file of a name, once it is held against its checksum.
     *
     * @throws AlteredFileException when it is another one
     */
    <T> T read(String name, Checksum expected, Reading<T> reading) throws IOException;

    /** Changes when the file of a name does; empty when there is none. */
    String stampOf(String name) throws IOException;

    /** Removes the file of a name, and this instance's copy of it; nothing happens when there is none. */
    void delete(String name) throws IOException;

    /** Removes this instance's copies of all other files, where it keeps copies. */
    void keepCopies(Set<String> names) throws IOException;
}
