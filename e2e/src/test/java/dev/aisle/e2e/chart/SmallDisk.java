package dev.aisle.e2e.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes that can be filled up. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Mounts it, which takes root; who isn't skips the test. */
    static SmallDisk at(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "aisle-test", folder.toString()),
                "only root mounts a disk");
        return new SmallDisk(folder);
    }

    private static boolean run(String... words) throws IOException {
        Process process = new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0;
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room at all. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] page = new byte[4096];
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(page);
            }
        }
    }

    void empty() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", folder.toString())) {
            throw new IllegalStateException("The disk at " + folder + " is still in use");
        }
    }
}
