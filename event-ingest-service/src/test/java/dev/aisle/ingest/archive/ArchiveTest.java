package dev.aisle.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.RowWriter;
import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.ingest.shared.values.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String ADA = "p1.k1.ada";
    private static final String BOB = "p1.k1.bob";

    @TempDir
    Path root;

    private final ArchiveStatus status = new ArchiveStatus(new SimpleMeterRegistry());
    private Archive archive;

    /** A process that dies. */
    private static final class Killed extends Error {}

    @BeforeEach
    void open() throws IOException {
        archive = archive(Steps.UNWATCHED);
        archive.recover();
    }

    @Test
    void whatIsKnownOfAnEventIsInItsRow() throws IOException {
        ShopEvent event = event(ADA, "m1").toBuilder()
                .setAnonymousPseudonym("p1.k1.browser")
                .addItems(Item.newBuilder()
                        .setProductId("tea")
                        .setQuantity(2)
                        .setPrice(Money.newBuilder().setMinorUnits(1299).setCurrency("EUR")))
                .setOrder(Order.newBuilder().setOrderId("o1"))
                .putProperties("gift", Value.newBuilder().setFlag(true).build())
                .putProperties("odd", Value.newBuilder().setText("a\0\"'\n").build())
                .putProperties("nan", Value.newBuilder().setNumber(Double.NaN).build())
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setConsentVersion(7)
                .setRefinement(Refinement.newBuilder()
                        .setSessionId("s")
                        .setPersonSequence(3)
                        .setLate(true))
                .build();

        archive.take(event, 2, 41, NOON);
        archive.flushAll();

        assertThat(row("message_id, pseudonym, anonymous_pseudonym, type, occurred_at, day"))
                .isEqualTo("[m1, p1.k1.ada, p1.k1.browser, PRODUCT_VIEW, 2026-11-25 12:00:00+00, 2026-11-25]");
        assertThat(row("items[1].product_id, items[1].price.minor_units, items[1].quantity, items[1].unit,"
                        + " \"order\".order_id"))
                .isEqualTo("[tea, 1299, 2.0, NULL, o1]");
        assertThat(row("properties['gift'], granted_purposes, consent_version, session_id, person_sequence, late"))
                .isEqualTo("[true, [ANALYTICS], 7, s, 3, true]");
        assertThat(row("kafka_partition, kafka_offset, search IS NULL")).isEqualTo("[2, 41, true]");
    }

    @ParameterizedTest
    @EnumSource(Steps.Step.class)
    void aProcessThatDiesAtAnyStepLosesNothingAndWritesNothingTwice(Steps.Step step) throws IOException {
        Archive dying = archive(reached -> {
            if (reached == step) {
                throw new Killed();
            }
        });
        dying.recover();
        takeAll(dying, 0, 10);
        assertThatThrownBy(dying::flushAll).isInstanceOf(Killed.class);

        Archive next = archive(Steps.UNWATCHED);
        int from = next.recover().getOrDefault(0, 0L).intValue();
        takeAll(next, from, 20);
        next.flushAll();

        assertThat(ParquetRows.of(root, "SELECT count(*) || '/' || count(DISTINCT message_id) FROM %s"))
                .containsExactly("20/20");
        assertThat(root.resolve("unfinished")).isEmptyDirectory();
        assertThat(next.recover()).containsEntry(0, 20L);
    }

    @Test
    void aFileHoldsOneDayAndManyEventsAreManyFiles() throws IOException {
        takeAll(archive, 0, 5);
        archive.take(event(ADA, "next-day"), 0, 5, NOON.plus(Duration.ofDays(1)));
        archive.take(event(ADA, "other"), 1, 0, NOON);
        archive.flushAll();

        assertThat(names())
                .containsExactly(
                        "day=2026-11-25/p0-0-4.parquet",
                        "day=2026-11-25/p1-0-0.parquet",
                        "day=2026-11-26/p0-5-5.parquet");
    }

    @Test
    void aFileIsWrittenWhenItIsFullOrOld() throws IOException {
        takeAll(archive, 0, 150);
        assertThat(names()).containsExactly("day=2026-11-25/p0-0-99.parquet");

        archive.flushOlder(Instant.now().plusSeconds(30));
        assertThat(names()).hasSize(1);
        archive.flushOlder(Instant.now().plusSeconds(61));
        assertThat(names()).hasSize(2);
    }

    @Test
    void anErasedPersonIsInNoFile() throws IOException {
        takeAll(archive, 0, 10);
        archive.take(
                event(BOB, "b1").toBuilder()
                        .setAnonymousPseudonym("p1.k1.browser")
                        .build(),
                0,
                10,
                NOON);
        archive.flushAll();
        archive.take(event(BOB, "b2"), 0, 11, NOON);
        archive.flushAll();

        Map<String, Long> removed = erase(BOB, "p1.k1.nobody");
        assertThat(removed).isEqualTo(Map.of(BOB, 2L));
        assertThat(ParquetRows.of(root, "SELECT DISTINCT pseudonym FROM %s")).containsExactly(ADA);
        assertThat(archive(Steps.UNWATCHED).recover()).containsEntry(0, 12L);
        assertThat(erase(BOB)).isEmpty();
    }

    @Test
    void anErasedBrowserIsTakenOutOfTheRowsOfWhoUsedIt() throws IOException {
        archive.take(
                event(BOB, "b1").toBuilder()
                        .setAnonymousPseudonym("p1.k1.browser")
                        .build(),
                0,
                0,
                NOON);
        archive.flushAll();

        assertThat(erase("p1.k1.browser")).isEqualTo(Map.of("p1.k1.browser", 1L));
        assertThat(row("pseudonym, anonymous_pseudonym")).isEqualTo("[p1.k1.bob, NULL]");
    }

    @Test
    void whoeverWasErasedSinceACopyIsTakenOutOfItOnceItIsPutBack() throws IOException {
        archive.take(event(ADA, "a"), 0, 0, NOON);
        archive.take(
                event(BOB, "b").toBuilder()
                        .setAnonymousPseudonym("p1.k1.browser")
                        .build(),
                0,
                1,
                NOON);
        archive.flushAll();
        assertThat(eraseRestored()).isZero();

        Files.createFile(root.resolve("restored"));

        assertThat(eraseRestored()).isEqualTo(2);
        assertThat(ParquetRows.of(root, "SELECT DISTINCT pseudonym FROM %s")).containsExactly(ADA);
        assertThat(root.resolve("restored")).doesNotExist();
        assertThat(archive(Steps.UNWATCHED).recover()).containsEntry(0, 2L);
    }

    @Test
    void aDayThatIsOverIsOneFileAPartition() throws IOException {
        takeAll(archive, 0, 250);
        archive.flushAll();

        tidy(TODAY, 365);
        assertThat(names()).hasSize(3);
        tidy(TODAY.plusDays(1), 365);

        assertThat(names()).containsExactly("day=2026-11-25/p0-0-249.parquet");
        assertThat(ParquetRows.of(root, "SELECT count(*) FROM %s")).containsExactly("250");
    }

    @Test
    void whatAMergeThatDiedHasLeftIsClearedUp() throws IOException {
        takeAll(archive, 0, 150);
        archive.flushAll();
        Path day = root.resolve("day=2026-11-25");
        Path copy = Files.copy(day.resolve("p0-0-99.parquet"), root.resolve("copy"));
        tidy(TODAY.plusDays(1), 365);
        Files.move(copy, day.resolve("p0-0-99.parquet"));

        archive(Steps.UNWATCHED).recover();

        assertThat(names()).containsExactly("day=2026-11-25/p0-0-149.parquet");
    }

    @Test
    void oldDaysAreDeletedAndNotReadFromTheLogAgain() throws IOException {
        takeAll(archive, 0, 10);
        archive.flushAll();

        tidy(TODAY.plusDays(30), 30);
        assertThat(names()).hasSize(1);
        tidy(TODAY.plusDays(31), 30);

        assertThat(names()).isEmpty();
        assertThat(root.resolve("day=2026-11-25")).doesNotExist();
        assertThat(archive(Steps.UNWATCHED).recover()).containsEntry(0, 10L);
    }

    @Test
    void anEventWithoutASensibleTimeIsRefusedAndTheOthersGoOn() throws IOException {
        ShopEvent odd = event(ADA, "odd").toBuilder()
                .setOccurredAt(com.google.protobuf.Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                .build();
        takeAll(archive, 0, 2);
        assertThatThrownBy(() -> archive.take(odd, 0, 2, NOON)).isInstanceOf(RowWriter.Unwritable.class);
        archive.take(event(ADA, "after"), 0, 3, NOON);
        archive.flushAll();

        assertThat(ParquetRows.of(root, "SELECT count(*) FROM %s")).containsExactly("3");
        assertThat(names()).containsExactly("day=2026-11-25/p0-0-3.parquet");
    }

    @Test
    void aDiskThatRefusesLosesNothing() throws IOException {
        Path obstacle = Files.writeString(root.resolve("day=2026-11-25"), "in the way");
        takeAll(archive, 0, 10);
        assertThatThrownBy(archive::flushAll).isInstanceOf(IOException.class);

        Files.delete(obstacle);
        Archive next = archive(Steps.UNWATCHED);
        assertThat(next.recover()).isEmpty();
        takeAll(next, 0, 10);
        next.flushAll();

        assertThat(ParquetRows.of(root, "SELECT count(DISTINCT message_id) FROM %s"))
                .containsExactly("10");
    }

    private Archive archive(Steps steps) {
        ArchiveDirectory directory = new ArchiveDirectory(root, steps);
        return new Archive(
                directory,
                new ParquetFiles(directory.unfinished(), "128MB"),
                new Archive.Limits(100, Duration.ofSeconds(60)),
                status,
                steps);
    }

    private Map<String, Long> erase(String... persons) throws IOException {
        ArchiveDirectory directory = new ArchiveDirectory(root, Steps.UNWATCHED);
        return new ErasePersons(directory, new ParquetFiles(directory.unfinished(), "128MB"), status)
                .erase(List.of(persons));
    }

    private int eraseRestored() throws IOException {
        ArchiveDirectory directory = new ArchiveDirectory(root, Steps.UNWATCHED);
        return new ErasePersons(directory, new ParquetFiles(directory.unfinished(), "128MB"), status)
                .eraseRestored(Set.of(BOB, "p1.k1.browser", "p1.k1.nobody")::contains);
    }

    private void tidy(LocalDate today, int retentionDays) throws IOException {
        ArchiveDirectory directory = new ArchiveDirectory(root, Steps.UNWATCHED);
        new TidyArchive(directory, new ParquetFiles(directory.unfinished(), "128MB"), status, retentionDays)
                .tidy(today);
    }

    private static void takeAll(Archive into, int from, int to) throws IOException {
        for (int offset = from; offset < to; offset++) {
            into.take(event(ADA, "m" + offset), 0, offset, NOON);
        }
    }

    private static ShopEvent event(String person, String messageId) {
        return ShopEvent.newBuilder()
                .setPseudonym(person)
                .setMessageId(messageId)
                .setType(EventType.PRODUCT_VIEW)
                .setOccurredAt(Timestamps.of(NOON))
                .setReceivedAt(Timestamps.of(NOON))
                .build();
    }

    private String row(String columns) {
        return ParquetRows.of(
                        root,
                        "SELECT '[' || concat_ws(', ', "
                                + java.util.Arrays.stream(columns.split(", "))
                                        .map(column -> "coalesce((" + column + ")::VARCHAR, 'NULL')")
                                        .collect(java.util.stream.Collectors.joining(", "))
                                + ") || ']' FROM %s")
                .getFirst();
    }

    private List<String> names() {
        return ParquetRows.files(root).stream()
                .map(file -> root.relativize(file).toString())
                .toList();
    }
}
