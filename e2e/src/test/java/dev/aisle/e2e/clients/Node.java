package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Node that comes with Playwright's driver from Maven Central, so that none has to be installed, and the clients of
 * {@code e2e/clients/package-lock.json}, kept below {@code .aisle} for later runs without a network.
 */
public final class Node {
    private static final int PATIENCE_SECONDS = 180;
    private final Path programme;
    private final Path folder;

    private Node(Path programme, Path folder) {
        this.programme = programme;
        this.folder = folder;
    }

    /** Skips the test, and says what is missing, when the clients are not there and cannot be fetched. */
    public static Node withClients() {
        Path driver = Driver.ensureDriverInstalled(Map.of(), false).driverDir();
        return new Node(driver.resolve("node"), NpmPackages.installedBy(driver.resolve("node")));
    }

    /** Where {@code node_modules} is. */
    public Path folder() {
        return folder;
    }

    /** Node itself. */
    public Path programme() {
        return programme;
    }

    /** Runs a script of {@code e2e/clients} to its end, which must be a good one; answers what it printed. */
    String run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programme.toString(), script));
        command.addAll(List.of(arguments));
        return run(command, folder);
    }

    /** Runs any programme to its good end. */
    static String run(List<String> command, Path folder) {
        try {
            Path log = Files.createTempFile("aisle-node", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            String output = Files.readString(log);
            Files.delete(log);
            assertThat(ended).as("%s did not end: %s", command, output).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
