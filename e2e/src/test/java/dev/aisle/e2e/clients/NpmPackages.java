package dev.aisle.e2e.clients;

import dev.aisle.local.shell.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Installs what {@code e2e/clients/package-lock.json} pins, once. */
final class NpmPackages {
    private static final Path SOURCES = Path.of("clients");

    private NpmPackages() {}

    /** The folder with the scripts and their {@code node_modules}. */
    static synchronized Path installedBy(Path node) {
        Path folder = Path.of("..", ".aisle", "clients").toAbsolutePath().normalize();
        try {
            Path lock = folder.resolve("package-lock.json");
            boolean installed = Files.exists(folder.resolve("node_modules"))
                    && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) == -1;
            if (!installed) {
                install(node, folder);
            }
            copy(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + folder, e);
        }
    }

    /** The lock comes last: a half installed folder is installed again. */
    private static void install(Path node, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("package-lock.json"));
        Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCES.resolve(name), unfinished.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            Path npm = NpmTarball.unpackedInto(folder);
            Node.run(
                    List.of(node.toString(), npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    unfinished);
        } catch (AssertionError | IOException e) {
            throw new TestAbortedException(
                    "The clients of npm are not tested: they are not in " + folder
                            + " and could not be fetched. Let the npm registry be reached (npm_config_registry and"
                            + " .npmrc are heeded) and run again. " + e,
                    e);
        }
        Folders.delete(folder.resolve("node_modules"));
        Files.move(unfinished.resolve("node_modules"), folder.resolve("node_modules"));
        Folders.delete(unfinished);
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = folder.resolve(file.getFileName());
                // Whoever runs beside may be reading it.
                if (!Files.exists(place) || Files.mismatch(file, place) != -1) {
                    Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
