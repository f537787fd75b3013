package dev.aisle.recommender.shared.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The folder of one run: made anew, deleted in the end; what a killed run of the same folder left behind goes at the next start. */
public final class IndexFolder {
    private final Path path;
    private final Directory directory;

    private IndexFolder(Path path, Directory directory) {
        this.path = path;
        this.directory = directory;
    }

    /** Makes it under a parent, which is made as well. */
    public static IndexFolder create(Path parent) throws IOException {
        Files.createDirectories(parent);
        for (Path left : children(parent)) {
            if (isOfDeadProcess(left)) {
                delete(left);
            }
        }
        ProcessHandle self = ProcessHandle.current();
        Path path = Files.createTempDirectory(parent, self.pid() + "-" + startOf(self) + "-");
        return new IndexFolder(path, FSDirectory.open(path));
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.toList();
        }
    }

    /** Folders are named pid-start-…: numbers of processes come again, in containers always. */
    private static boolean isOfDeadProcess(Path left) {
        String[] parts = left.getFileName().toString().split("-", 3);
        if (parts.length < 3 || !parts[0].matches("[0-9]{1,9}")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .map(process -> !startOf(process).equals(parts[1]))
                .orElse(true);
    }

    private static String startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Long.toString(start.toEpochMilli()))
                .orElse("0");
    }

    public Directory directory() {
        return directory;
    }

    public void delete() throws IOException {
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
