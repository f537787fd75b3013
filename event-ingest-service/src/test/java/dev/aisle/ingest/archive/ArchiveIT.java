package dev.aisle.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.ingest.shared.values.Timestamps;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.RefusedPeople;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.Producers;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive on a real broker: the one that the service runs, and others that die. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class ArchiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ArchiveConfig config;

    @Inject
    ErasedSubjects erased;

    @Inject
    ConsentAtUse consents;

    @Inject
    RefusedPeople refused;

    @Inject
    PayloadSeals seals;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Producers producers;

    @Inject
    ReceiptSigner signer;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** A process that dies: nothing of its own runs after that. */
    private static final class Killed extends Error {}

    @Test
    void whatIsRefinedIsInAFileSoonAndAnErasureTakesItOut() throws InvalidProtocolBufferException {
        String person = person();
        TestRecords.write(Topic.EVENTS, person, event(person, "a").toByteArray());
        TestRecords.write(Topic.EVENTS, person, event(person, "b").toByteArray());
        await().atMost(PATIENCE).until(() -> rowsOf(archive(), person), equalTo("2/2"));
        exportOf(person)
                .body("service", equalTo("event-ingest-service"))
                .body("sections[0].records.message_id", hasItems("a", "b"))
                .body("sections[0].records", hasSize(2));

        String request = UUID.randomUUID().toString();
        TestRecords.write(
                Topic.ERASURES,
                person,
                Erasure.newBuilder()
                        .setRequestId(request)
                        .setPseudonym(person)
                        .setEffectiveAt(Timestamps.of(Instant.now()))
                        .build()
                        .toByteArray());

        ErasureReceipt receipt = ErasureReceipt.parseFrom(TestRecords.await(
                        Topic.ERASURE_RECEIPTS, 1, record -> person.equals(record.key()) && isOfArchive(record.value()))
                .getFirst()
                .value());
        assertThat(receipt.getRequestId()).isEqualTo(request);
        assertThat(receipt.getRemovedMap()).containsEntry("archived-events", 2L);
        assertThat(rowsOf(archive(), person)).isEqualTo("0/0");
        exportOf(person).body("sections[0].records", hasSize(0));

        TestRecords.write(Topic.EVENTS, person, event(person, "late").toByteArray());
        String other = person();
        TestRecords.write(Topic.EVENTS, other, event(other, "c").toByteArray());
        await().atMost(PATIENCE).until(() -> rowsOf(archive(), other), equalTo("1/1"));
        assertThat(rowsOf(archive(), person)).isEqualTo("0/0");
    }

    @Test
    void whatWasLetInBeforeAWithdrawalIsNotArchivedAfterANewGrant() {
        String person = person();
        consent(person, 2, 2);
        consent(person, 3, 2);
        await().ignoreExceptions().until(() -> consents.of(person).version() == 3);

        TestRecords.write(Topic.EVENTS, person, event(person, "late").toByteArray());
        TestRecords.write(
                Topic.EVENTS,
                person,
                event(person, "new").toBuilder().setConsentVersion(3).build().toByteArray());

        await().atMost(PATIENCE).until(() -> rowsOf(archive(), person), equalTo("1/1"));
        assertThat(ParquetRows.of(archive(), "SELECT message_id FROM %s WHERE pseudonym = '" + person + "'"))
                .containsExactly("new");
    }

    @Test
    void aSealedEventIsArchivedAsAClearOneAndOneThatNobodyCanOpenStopsNothing() {
        String person = person();
        ShopEvent event = event(person, "sealed").toBuilder()
                .setContext(Context.newBuilder().setPagePath("/tea"))
                .build();
        ShopEvent sealed = sealed(event, person);

        TestRecords.write(
                Topic.EVENTS,
                person,
                sealed(event(person, "gone"), "a key that nobody has").toByteArray());
        TestRecords.write(Topic.EVENTS, person, sealed.toByteArray());

        assertThat(sealed.hasContext()).isFalse();
        await().atMost(PATIENCE).until(() -> rowsOf(archive(), person), equalTo("1/1"));
        assertThat(ParquetRows.of(
                        archive(), "SELECT message_id || context.page_path FROM %s WHERE pseudonym = '" + person + "'"))
                .containsExactly("sealed/tea");
    }

    @Test
    void whoHasRefusedEverythingForTheWholeTermIsTakenOutUnlessALegalHoldStands(@TempDir Path folder)
            throws InterruptedException {
        String gone = person();
        String justNow = person();
        String held = person();
        TestRecords.write(Topic.EVENTS, gone, event(gone, "a").toByteArray());
        TestRecords.write(Topic.EVENTS, justNow, event(justNow, "b").toByteArray());
        TestRecords.write(Topic.EVENTS, held, event(held, "c").toByteArray());
        ArchiveLoop loop = loop(folder, Steps.UNWATCHED);
        Thread thread = Thread.ofPlatform().daemon().start(loop);
        await().atMost(PATIENCE)
                .until(
                        () -> rowsOf(folder, gone) + rowsOf(folder, justNow) + rowsOf(folder, held),
                        equalTo("1/11/11/1"));
        Instant longAgo = Instant.now().minus(Duration.ofDays(31));

        withdraws(justNow, Instant.now(), Instant.EPOCH, 0);
        withdraws(held, longAgo, Instant.now().plus(Duration.ofDays(1)), 0);
        withdraws(gone, longAgo, Instant.EPOCH, 0);

        await().atMost(PATIENCE).until(() -> rowsOf(folder, gone), equalTo("0/0"));
        assertThat(rowsOf(folder, justNow)).isEqualTo("1/1");
        assertThat(rowsOf(folder, held)).isEqualTo("1/1");
        withdraws(held, longAgo, Instant.EPOCH, 1);
        await().atMost(PATIENCE).until(() -> rowsOf(folder, held), equalTo("0/0"));
        loop.end();
        thread.join();
    }

    private static void withdraws(String person, Instant at, Instant heldUntil, long revision) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(2)
                .setRevision(revision)
                .setHeldUntil(Timestamps.of(heldUntil))
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.WITHDRAWN)
                        .setDecidedAt(Timestamps.of(at)))
                .build();
        TestRecords.write(Topic.CONSENTS, person, state.toByteArray());
    }

    /** As refine writes it: under the key of that name. */
    private ShopEvent sealed(ShopEvent event, String key) {
        Consent consent = Consent.of(
                ConsentState.newBuilder().addPayloadKeys(TestKeys.of(key)).build());
        return seals.seal(Topic.EVENTS, event, consent);
    }

    @Test
    void aRecordThatNobodyCanReadIsADeadLetterAndTheNextOnesGoOn() {
        String person = person();
        byte[] garbage = ("not protobuf of " + person).getBytes(StandardCharsets.UTF_8);

        TestRecords.write(Topic.EVENTS, person, garbage);
        TestRecords.write(Topic.EVENTS, person, null);
        TestRecords.write(Topic.EVENTS, person, event(person, "a").toByteArray());

        await().atMost(PATIENCE).until(() -> rowsOf(archive(), person), equalTo("1/1"));
        TestRecords.await(Topic.DEAD_LETTERS, 1, record -> isLetterOf(record.value(), garbage.length));
    }

    @Test
    void whoDiesAgainAndAgainArchivesEachEventOnce(@TempDir Path folder) throws Exception {
        String person = person();
        int count = 3_000;
        writeMany(person, count);

        for (Steps.Step step : Steps.Step.values()) {
            dieAt(folder, step, 1);
            dieAt(folder, step, 2);
        }
        ArchiveLoop last = loop(folder, Steps.UNWATCHED);
        Thread thread = Thread.ofPlatform().daemon().start(last);

        await().atMost(PATIENCE).until(() -> rowsOf(folder, person), equalTo(count + "/" + count));
        last.end();
        thread.join();
        assertThat(ParquetRows.of(folder, "SELECT count(*) - count(DISTINCT (kafka_partition, kafka_offset)) FROM %s"))
                .containsExactly("0");
    }

    @Test
    void aDiskThatRefusesMakesTheArchiveWaitAndTellAndNothingIsLost(@TempDir Path folder) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path obstacle = Files.writeString(folder.resolve("day=" + today), "in the way");
        Path overMidnight = Files.writeString(folder.resolve("day=" + today.plusDays(1)), "in the way");
        String person = person();
        writeMany(person, 250);
        ArchiveStatus status = new ArchiveStatus(new SimpleMeterRegistry());
        ArchiveLoop loop = loop(folder, Steps.UNWATCHED, status);
        Thread thread = Thread.ofPlatform().daemon().start(loop);

        await().atMost(PATIENCE).until(() -> status.state() instanceof ArchiveStatus.Waiting);
        Files.delete(obstacle);
        Files.delete(overMidnight);

        await().atMost(PATIENCE).until(() -> rowsOf(folder, person), equalTo("250/250"));
        await().atMost(PATIENCE).until(() -> status.state() instanceof ArchiveStatus.Following);
        loop.end();
        thread.join();
    }

    @Test
    void theArchiveTellsHowItIs() {
        given().get("/q/health/well").then().statusCode(200).body("checks.name", hasItem("event archive"));
        assertThat(given().get("/q/metrics").asString())
                .contains("aisle_archive_lag_records", "aisle_archive_size_bytes");
    }

    private void dieAt(Path folder, Steps.Step step, int time) throws InterruptedException {
        int[] left = {time};
        Thread life = Thread.ofPlatform().daemon().unstarted(loop(folder, reached -> {
            if (reached == step && --left[0] == 0) {
                throw new Killed();
            }
        }));
        life.setUncaughtExceptionHandler((thread, death) -> assertThat(death).isInstanceOf(Killed.class));
        life.start();
        life.join(PATIENCE);
        assertThat(life.isAlive()).isFalse();
    }

    private ArchiveLoop loop(Path folder, Steps steps) {
        return loop(folder, steps, new ArchiveStatus(new SimpleMeterRegistry()));
    }

    private ArchiveLoop loop(Path folder, Steps steps, ArchiveStatus status) {
        return new ArchiveLoop(
                folder,
                new SmallFiles(config),
                new ArchiveLoop.Surroundings(
                        bootstrapServers,
                        erased,
                        consents,
                        refused,
                        seals,
                        new ArchiveWords(deadLetters, producers, signer),
                        status),
                steps);
    }

    private void writeMany(String person, int count) throws Exception {
        List<Future<RecordMetadata>> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] value = event(person, "m" + i).toByteArray();
            written.add(producers
                    .reliable()
                    .send(new ProducerRecord<>(Topic.EVENTS.topicName(), i % Topic.PARTITIONS, person, value)));
        }
        for (Future<RecordMetadata> each : written) {
            each.get();
        }
    }

    private Path archive() {
        return config.directory().orElseThrow().toAbsolutePath();
    }

    private static String rowsOf(Path folder, String person) {
        return String.join(
                "",
                ParquetRows.of(
                        folder,
                        "SELECT count(*) || '/' || count(DISTINCT message_id) FROM %s WHERE pseudonym = '" + person
                                + "'"));
    }

    /** Somebody who allows that events are counted. */
    private static String person() {
        String person = "p1.k1." + UUID.randomUUID().toString().replace("-", "");
        consent(person, 1, 0);
        return person;
    }

    private static void consent(String person, long version, long refusedAt) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(person))
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(version == refusedAt ? ConsentStatus.WITHDRAWN : ConsentStatus.GRANTED))
                .addFences(
                        PurposeFence.newBuilder().setPurpose(Purpose.ANALYTICS).setVersion(refusedAt))
                .build();
        TestRecords.write(Topic.CONSENTS, person, state.toByteArray());
    }

    private static ShopEvent event(String person, String messageId) {
        return ShopEvent.newBuilder()
                .setPseudonym(person)
                .setMessageId(messageId)
                .setType(EventType.CART_VIEW)
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setConsentVersion(1)
                .setOccurredAt(Timestamps.of(Instant.now()))
                .setReceivedAt(Timestamps.of(Instant.now()))
                .build();
    }

    private static boolean isOfArchive(byte[] value) {
        try {
            return ErasureReceipt.parseFrom(value).getService().equals("event-archive");
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean isLetterOf(byte[] value, int size) {
        try {
            DeadLetter letter = DeadLetter.parseFrom(value);
            return letter.getTopic().equals(Topic.EVENTS.topicName()) && letter.getSizeBytes() == size;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static ValidatableResponse exportOf(String pseudonym) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/subjects/" + pseudonym + "/export")
                .then()
                .statusCode(200);
    }
}
