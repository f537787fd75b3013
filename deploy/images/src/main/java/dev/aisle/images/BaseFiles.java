package dev.aisle.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The base of an image: the libraries that a JVM and native code need, out of Debian's packages in the versions of {@code base.txt}, and nothing that could
 * be run but Java: no shell, no package manager. As Google's distroless images are made.
 */
final class BaseFiles {
    private static final Pattern WANTED = Pattern.compile(
            "(usr/)?lib/x86_64-linux-gnu/(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libnss_dns|libnss_files|libgcc_s|libstdc\\+\\+|libz)\\.so.*"
                    + "|usr/share/doc/[^/]+/copyright");

    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu";

    private final List<DebianPackage> packages;
    private final Path downloads;

    BaseFiles(Path list, Path downloads) throws IOException {
        this.packages = DebianPackage.read(list);
        this.downloads = downloads;
    }

    /** Fills a folder; packages that aren't there yet are fetched by apt. */
    void into(Path root) throws IOException {
        Files.createDirectories(root.resolve(LIBRARIES));
        Files.createDirectories(downloads);
        for (DebianPackage each : packages) {
            unpack(downloaded(each), root);
        }
        // The linker's name stands in every programme.
        Path linker = root.resolve("lib64/ld-linux-x86-64.so.2");
        Files.createDirectories(linker.getParent());
        Files.copy(root.resolve(LIBRARIES).resolve("ld-linux-x86-64.so.2"), linker);
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(
                root.resolve("etc/passwd"),
                "root:x:0:0:root:/:/nonexistent\naisle:x:%d:%d:aisle:/tmp:/nonexistent\n"
                        .formatted(Places.USER, Places.USER));
        Files.writeString(root.resolve("etc/group"), "root:x:0:\naisle:x:%d:\n".formatted(Places.USER));
        Files.writeString(root.resolve("etc/nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
        Files.createDirectories(root.resolve("tmp"));
    }

    private Path downloaded(DebianPackage wanted) throws IOException {
        Path file = downloads.resolve(wanted.file());
        if (!Files.exists(file)) {
            Commands.run(downloads, List.of("apt-get", "download", wanted.name() + "=" + wanted.version()));
        }
        if (!Files.exists(file)) {
            throw new ImageFailure(
                    file + " isn't there: fetch " + wanted.name() + " " + wanted.version() + " from Debian.");
        }
        String found = sha256(file);
        if (!found.equals(wanted.sha256())) {
            throw new ImageFailure(file + " has the checksum " + found + ", not " + wanted.sha256() + ".");
        }
        return file;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void unpack(Path debian, Path root) throws IOException {
        try (var archive = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(debian)))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals("data.tar.xz")) {
                    unpack(new XZCompressorInputStream(archive), root);
                    return;
                }
            }
        }
        throw new ImageFailure(debian + " has no data.tar.xz.");
    }

    private static void unpack(InputStream data, Path root) throws IOException {
        Map<String, String> links = new HashMap<>();
        var tar = new TarArchiveInputStream(data);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String name = entry.getName().replaceFirst("^\\./", "");
            if (!WANTED.matcher(name).matches()) {
                continue;
            }
            String place = name.startsWith("lib/") ? "usr/" + name : name;
            if (entry.isSymbolicLink()) {
                links.put(place, entry.getLinkName());
            } else if (entry.isFile()) {
                Path file = root.resolve(place);
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                if (place.contains("ld-linux")) {
                    file.toFile().setExecutable(true, false);
                }
            }
        }
        // Links become copies under the name by which they are asked for: layers have files only.
        for (var link : links.entrySet()) {
            Path target =
                    root.resolve(link.getKey()).resolveSibling(link.getValue()).normalize();
            if (Files.isRegularFile(target)) {
                Files.move(target, root.resolve(link.getKey()));
            }
        }
    }
}
