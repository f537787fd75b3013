package dev.aisle.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts a service once inside of its own image's files and keeps what the JVM loaded and compiled (JEP 514, 515) as a cache. It belongs to that JDK, those
 * paths and those jars, so it is made in a chroot; a JVM that finds another one starts without it.
 */
final class AotTraining {
    /** As jib writes it: the cache looks at the jars' times. */
    static final Instant TIME = Instant.ofEpochSecond(1);

    private static final int LONGEST_SECONDS = 180;

    private final Path root;

    AotTraining(Path root) {
        this.root = root;
    }

    /** Sets the time of every file as it will be in the image. */
    static void setTimes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(TIME));
            }
        }
    }

    /** Java looks for itself in /proc, so a mount of our own, which ends with the process. */
    private List<String> chroot() throws IOException {
        Files.createDirectories(root.resolve("proc"));
        var words = new ArrayList<>(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) {
            words.add("--map-root-user");
        }
        words.addAll(
                List.of("sh", "-c", "mount --bind /proc \"$0/proc\" && exec chroot \"$0\" \"$@\"", root.toString()));
        return words;
    }

    /** Makes the cache; empty when this user or this machine has no chroot. */
    Optional<Path> train() throws IOException {
        Path log = root.resolve("tmp/training.log");
        // Quarkus' own switch: everything that is done at each start up to the first connection, and then the end.
        var words = new ArrayList<>(chroot());
        words.addAll(List.of(
                Places.JAVA + "/bin/java",
                "-XX:AOTCacheOutput=" + Places.CACHE,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dquarkus.appcds.generate=true",
                "@" + Places.OPTIONS,
                "@" + Places.SERVICE));
        try {
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new ImageFailure("The training took longer than " + LONGEST_SECONDS + " s, see " + log);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("Interrupted", e);
        }
        Path cache = root.resolve(Places.CACHE.substring(1));
        if (!Files.exists(cache) || Files.size(cache) == 0) {
            throw new ImageFailure(
                    "The training left no cache: " + Files.readString(log).strip());
        }
        return Optional.of(cache);
    }
}
