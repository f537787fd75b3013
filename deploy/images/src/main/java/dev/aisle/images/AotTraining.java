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
 * paths and those jars, so it is made in a chroot; a JVM that finds another one starts without it. With surroundings the service starts until it is ready;
 * without them it ends before its first connection, and half of what a start loads is missing.
 */
final class AotTraining {
    /** As jib writes it: the cache looks at the jars' times. */
    static final Instant TIME = Instant.ofEpochSecond(1);

    private static final int LONGEST_SECONDS = 180;
    private static final int LOOK_MILLIS = 100;
    private static final String MOUNTS =
            "root=$0; while [ \"$1\" != -- ]; do mount --bind \"$1\" \"$root$1\" || exit 1; shift; done; shift; exec chroot \"$root\" \"$@\"";

    private final Path root;
    private final Optional<Surroundings> surroundings;

    AotTraining(Path root, Optional<Surroundings> surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** Sets the time of every file as it will be in the image. */
    static void setTimes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(TIME));
            }
        }
    }

    /** Java looks for itself in /proc and for random numbers in /dev, without which a start takes seconds more; so mounts of our own, which end with it. */
    private List<String> chroot() throws IOException {
        var mounts = new ArrayList<>(List.of("/proc", "/dev"));
        surroundings.ifPresent(around -> mounts.add(around.folder().toString()));
        for (String mount : mounts) {
            Files.createDirectories(root.resolve(mount.substring(1)));
        }
        var words = new ArrayList<>(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) {
            words.add("--map-root-user");
        }
        words.addAll(List.of("sh", "-c", MOUNTS, root.toString()));
        words.addAll(mounts);
        words.add("--");
        return words;
    }

    /** Makes the cache; empty when this user or this machine has no chroot. */
    Optional<Path> train() throws IOException {
        Path log = root.resolve("tmp/training.log");
        var words = new ArrayList<>(chroot());
        words.addAll(List.of(
                Places.JAVA + "/bin/java", "-XX:AOTCacheOutput=" + Places.CACHE, "-Xmx512m", "-XX:+UseSerialGC"));
        if (surroundings.isEmpty()) {
            // Quarkus' own switch: everything that is done at each start up to the first connection, and then the end.
            words.add("-Dquarkus.appcds.generate=true");
        }
        words.addAll(List.of("@" + Places.OPTIONS, "@" + Places.SERVICE));
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
            surroundings.ifPresent(around -> builder.environment().putAll(around.environment()));
            var process = builder.start();
            if (surroundings.isPresent()) {
                awaitReady(surroundings.get(), process, log);
                process.destroy();
            }
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

    private static void awaitReady(Surroundings around, Process process, Path log) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!around.ready()) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                process.destroyForcibly().waitFor();
                throw new ImageFailure("The service that is trained didn't get ready, see " + log);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
