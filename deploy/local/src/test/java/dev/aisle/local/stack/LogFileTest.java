package dev.aisle.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void theInnermostCauseSaysWhy() throws IOException {
        var log = log("""
                2026-11-25 13:00:00,000 ERROR [io.qua.run.Application] Failed to start application
                java.lang.RuntimeException: outer
                \tat a.B.c(B.java:1)
                Caused by: java.lang.IllegalStateException: middle
                Caused by: java.net.ConnectException: Connection refused
                \tat a.B.c(B.java:1)
                Caused by: java.util.concurrent.TimeoutException
                """);

        assertThat(LogFile.lastError(log)).isEqualTo("java.net.ConnectException: Connection refused");
    }

    @Test
    void withoutACauseTheLastErrorIsTakenWithoutItsTime() throws IOException {
        var log = log("""
                2026-11-25 13:00:00.123 UTC [42] FATAL:  could not open file
                2026-11-25 13:00:00.124 UTC [42] LOG:  shut down
                """);

        assertThat(LogFile.lastError(log)).isEqualTo("[42] FATAL:  could not open file");
    }

    @Test
    void anEmptyLogIsSaidToBeEmpty() throws IOException {
        assertThat(LogFile.lastError(log(""))).isEqualTo("it said nothing");
        assertThat(LogFile.lastError(folder.resolve("absent.log"))).isEqualTo("it said nothing");
    }

    @Test
    void aVeryLongLineIsShortened() throws IOException {
        assertThat(LogFile.lastError(log("ERROR " + "x".repeat(5_000)))).hasSizeLessThan(400);
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("a.log"), text);
    }
}
