package dev.aisle.local.backup;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;

/** SHA-256 of every file of a backup, as {@code sha256sum -c checksums.txt} reads them. */
final class Checksums {
    private static final String NAME = "checksums.txt";

    private Checksums() {}

    static void write(Path folder) {
        var text = new StringBuilder();
        of(folder)
                .forEach((file, sum) ->
                        text.append(sum).append("  ").append(file).append('\n'));
        try {
            Files.writeString(folder.resolve(NAME), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.resolve(NAME), e);
        }
    }

    /** Refuses a backup of which a file is missing, new or changed. */
    static void check(Path folder) {
        try {
            var expected = new TreeMap<String, String>();
            for (var line : Files.readAllLines(folder.resolve(NAME))) {
                expected.put(line.substring(line.indexOf("  ") + 2), line.substring(0, line.indexOf(' ')));
            }
            var found = of(folder);
            for (var file : expected.keySet()) {
                if (!expected.get(file).equals(found.get(file))) {
                    throw new CommandFailure("The backup is damaged: " + file
                            + (found.containsKey(file) ? " is not as it was written." : " is missing."));
                }
            }
            found.keySet().removeAll(expected.keySet());
            if (!found.isEmpty()) {
                throw new CommandFailure("The backup is damaged: " + found.firstKey() + " wasn't in it.");
            }
        } catch (IOException e) {
            throw new CommandFailure(folder + " holds no whole backup: " + NAME + " can't be read.", e);
        }
    }

    private static NavigableMap<String, String> of(Path folder) {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString();
                if (!name.equals(NAME) && !name.equals("backup.json")) {
                    all.put(name, sum(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private static String sum(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
