package dev.aisle.recommender.catalog.shared;

import dev.aisle.contracts.Keeps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files in a folder that the instances share. It is made when the first file comes. */
@Keeps(ofNobody = "files of models: what all have done together, of nobody alone; learned anew after an erasure")
public final class FolderFiles implements SharedFiles {
    private final Path folder;

    /** The files of a folder. */
    public FolderFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> names(String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void put(String name, Writing writing) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            writing.to(part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel moved = FileChannel.open(folder, StandardOpenOption.READ)) {
                moved.force(true);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public <T> T read(String name, Checksum expected, Reading<T> reading) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(name);
        }
        expected.require(file, name);
        return reading.of(file);
    }

    @Override
    public String stampOf(String name) {
        try {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
            return file.lastModifiedTime() + "/" + file.size() + "/" + file.fileKey();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void keepCopies(Set<String> names) {
        // The folder is all there is.
    }
}
