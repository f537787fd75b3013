package dev.aisle.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.Chunk;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.ingest.shared.values.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's rows are read while others are erased from the same file. */
class ArchiveReadsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String ADA = "p1.k1.ada";
    private static final String BOB = "p1.k1.bob";

    @TempDir
    Path root;

    @Test
    void whoReadsWhileAFileIsReplacedFindsEveryRowAsItIs() throws Exception {
        ArchiveDirectory directory = new ArchiveDirectory(root, Steps.UNWATCHED);
        ParquetFiles parquet = new ParquetFiles(directory.unfinished(), "100MB");
        write(directory, parquet);
        Chunk chunk = directory.chunks().getFirst();
        Path both = Files.copy(directory.pathOf(chunk), directory.unfinished().resolve("both"));
        Path one = directory.unfinished().resolve("one");
        parquet.without(both, List.of(BOB), one);
        for (int i = 0; i < 30; i++) {
            Path by = i % 2 == 0 ? one : both;
            AtomicReference<Thread> replacing = new AtomicReference<>();

            List<Map<String, Object>> rows = directory.read(files -> {
                if (replacing.get() == null) {
                    replacing.set(Thread.ofPlatform().start(() -> replace(directory, chunk, by)));
                }
                return parquet.of(files, ADA, 1_000);
            });

            assertThat(rows).hasSize(100).allSatisfy(row -> assertThat(row).containsEntry("pseudonym", ADA));
            replacing.get().join();
        }
    }

    private static void write(ArchiveDirectory directory, ParquetFiles parquet) throws IOException {
        Archive archive = new Archive(
                directory,
                parquet,
                new Archive.Limits(1_000, Duration.ofMinutes(1)),
                new ArchiveStatus(new SimpleMeterRegistry()),
                Steps.UNWATCHED);
        archive.recover();
        for (int i = 0; i < 200; i++) {
            ShopEvent event = ShopEvent.newBuilder()
                    .setPseudonym(i % 2 == 0 ? ADA : BOB)
                    .setMessageId("m" + i)
                    .setType(EventType.PRODUCT_VIEW)
                    .setOccurredAt(Timestamps.of(NOON))
                    .setReceivedAt(Timestamps.of(NOON))
                    .build();
            archive.take(event, 2, i, NOON);
        }
        archive.flushAll();
    }

    private static void replace(ArchiveDirectory directory, Chunk chunk, Path by) {
        try {
            Path whole = Files.copy(by, directory.unfinished().resolve("whole"));
            directory.publish(whole, chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
