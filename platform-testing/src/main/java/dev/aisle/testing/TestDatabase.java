package dev.aisle.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of {@link RealInfrastructure}, whose data directory a test may swap for an older copy while the service runs. */
public final class TestDatabase {
    /** A loaded machine is no reason for a test to fail. */
    private static final Duration STARTUP = Duration.ofMinutes(1);

    private static @Nullable TestDatabase running;

    private final Path folder;
    private EmbeddedPostgres server;

    private TestDatabase(Path folder) throws IOException {
        this.folder = folder;
        this.server = start(folder.resolve("data"), 0);
    }

    static TestDatabase start() {
        try {
            TestDatabase started = new TestDatabase(Files.createTempDirectory("aisle-postgres"));
            running = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The test database did not start", e);
        }
    }

    /** Port 0 is any that is free. */
    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(STARTUP)
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "50");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    int port() {
        return server.getPort();
    }

    /** Keeps a copy of the data directory. The database is away for a moment. */
    public static void keepCopy() {
        current().swap("data", "copy");
    }

    /** Puts the copy in the place of the data directory, as a failover to a replica does that lacked what came since. */
    public static void goBack() {
        current().swap("copy", "data");
    }

    private static TestDatabase current() {
        if (running == null) {
            throw new IllegalStateException("No database was started");
        }
        return running;
    }

    private void swap(String from, String to) {
        try {
            int port = server.getPort();
            server.close();
            run("rm", "-rf", folder.resolve(to).toString());
            run("cp", "-a", folder.resolve(from).toString(), folder.resolve(to).toString());
            server = start(folder.resolve("data"), port);
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory could not be swapped", e);
        }
    }

    void stop() throws IOException {
        server.close();
        run("rm", "-rf", folder.toString());
    }

    private static void run(String... command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
