package dev.aisle.e2e.chart;

import dev.aisle.local.shell.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A folder whose files change all at once, as a kubelet does it: each is a link into a folder that is swapped for the next. */
final class MountedVolume {
    private static final Path DATA = Path.of("..data");

    private MountedVolume() {}

    /** Puts these files, by their paths below the folder, in the place of those before. */
    static void publish(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        Path next = Files.createTempDirectory(folder, "..");
        for (var file : files.entrySet()) {
            Path path = next.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Path data = folder.resolve(DATA);
        Path before = Files.exists(data) ? data.toRealPath() : folder.resolve("..none");
        Path link = Files.createSymbolicLink(folder.resolve("..next"), next.getFileName());
        Files.move(link, data, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(before);
        link(
                folder,
                files.keySet().stream().map(path -> Path.of(path).getName(0)).collect(Collectors.toSet()));
    }

    private static void link(Path folder, Set<Path> names) throws IOException {
        List<Path> there;
        try (var inside = Files.list(folder)) {
            there = inside.filter(path -> !path.getFileName().toString().startsWith(".."))
                    .map(Path::getFileName)
                    .toList();
        }
        for (Path name : there) {
            if (!names.contains(name)) {
                Files.delete(folder.resolve(name));
            }
        }
        for (Path name : names) {
            if (!there.contains(name)) {
                Files.createSymbolicLink(folder.resolve(name), DATA.resolve(name));
            }
        }
    }
}
