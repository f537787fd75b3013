package dev.aisle.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A package of Debian.
 *
 * @param name of the package
 * @param version to the last digit
 * @param sha256 of the file, in hexadecimal digits
 */
record DebianPackage(String name, String version, String sha256) {
    static List<DebianPackage> read(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", -1))
                .map(words -> {
                    if (words.length != 3) {
                        throw new ImageFailure(list + ": expected name, version and SHA-256 in each line.");
                    }
                    return new DebianPackage(words[0], words[1], words[2]);
                })
                .toList();
    }

    /** As apt names it: a colon can't stand in a file's name. */
    String file() {
        return name + "_" + version.replace(":", "%3a") + "_amd64.deb";
    }
}
