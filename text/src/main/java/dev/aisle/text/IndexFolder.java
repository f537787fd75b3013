package dev.aisle.text;

import dev.aisle.contracts.Keeps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The folder of one run: made anew, deleted in the end; what a killed run of the same parent left behind goes at the next start. A run holds a lock in
 * its folder, which the operating system takes away with the process: numbers of processes say nothing where containers share a parent.
 */
@Keeps(ofNobody = "search indexes of products and articles")
public final class IndexFolder {
    private static final String ALIVE = "alive.lock";

    private final Path path;
    private final Directory directory;
    private final Lock alive;

    private IndexFolder(Path path, Directory directory, Lock alive) {
        this.path = path;
        this.directory = directory;
        this.alive = alive;
    }

    /** Makes it under a parent, which is made as well. */
    public static IndexFolder create(Path parent) throws IOException {
        Files.createDirectories(parent);
        for (Path left : children(parent)) {
            // A folder without a lock is somebody else's, or just being made.
            if (Files.exists(left.resolve(ALIVE))) {
                deleteOfDeadRun(left);
            }
        }
        Path path = Files.createTempDirectory(parent, "index-");
        Directory directory = FSDirectory.open(path);
        return new IndexFolder(path, directory, directory.obtainLock(ALIVE));
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.toList();
        }
    }

    private static void deleteOfDeadRun(Path left) throws IOException {
        try (Directory directory = FSDirectory.open(left);
                Lock _ = directory.obtainLock(ALIVE)) {
            delete(left);
        } catch (LockObtainFailedException e) {
            // Its run is alive, or another start deletes it.
            return;
        }
    }

    public Directory directory() {
        return directory;
    }

    public void delete() throws IOException {
        alive.close();
        directory.close();
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
