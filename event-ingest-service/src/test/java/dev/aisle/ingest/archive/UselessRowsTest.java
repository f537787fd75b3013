package dev.aisle.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.ingest.shared.values.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came before a person had refused everything is of no use to a later yes. */
class UselessRowsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String BACK = "p1.k1.back";

    @TempDir
    Path root;

    private Archive archive;
    private ErasePersons erase;

    @BeforeEach
    void open() throws IOException {
        ArchiveDirectory directory = new ArchiveDirectory(root, Steps.UNWATCHED);
        ParquetFiles parquet = new ParquetFiles(directory.unfinished(), "128MB");
        ArchiveStatus status = new ArchiveStatus(new SimpleMeterRegistry());
        archive = new Archive(
                directory, parquet, new Archive.Limits(100, Duration.ofSeconds(60)), status, Steps.UNWATCHED);
        archive.recover();
        erase = new ErasePersons(directory, parquet, status);
        archive.take(event(BACK, "before", 1), 0, 0, NOON);
        archive.take(event("p1.k1.other", "other", 1), 0, 1, NOON);
        archive.flushAll();
        archive.take(event(BACK, "after", 3), 0, 2, NOON);
        archive.flushAll();
    }

    @Test
    void aNewYesKeepsNothingThatCameBeforeARefusalOfAll() throws IOException {
        int people = erase.eraseRefused(_ -> false, person -> person.equals(BACK) ? 2 : -1);

        assertThat(people).isZero();
        assertThat(ParquetRows.of(root, "SELECT message_id FROM %s ORDER BY kafka_offset"))
                .containsExactly("other", "after");
    }

    @Test
    void whoseTermIsOverGoesWholly() throws IOException {
        int people = erase.eraseRefused(BACK::equals, person -> person.equals(BACK) ? 2 : -1);

        assertThat(people).isOne();
        assertThat(ParquetRows.of(root, "SELECT message_id FROM %s")).containsExactly("other");
    }

    private static ShopEvent event(String person, String messageId, long consentVersion) {
        return ShopEvent.newBuilder()
                .setPseudonym(person)
                .setMessageId(messageId)
                .setType(EventType.PRODUCT_VIEW)
                .setConsentVersion(consentVersion)
                .setOccurredAt(Timestamps.of(NOON))
                .setReceivedAt(Timestamps.of(NOON))
                .build();
    }
}
