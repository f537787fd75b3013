package dev.aisle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.EnforcementReport;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.restore.ReapplyErasures;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ViewsIT {
    @Inject
    ConsentView consents;

    @Inject
    ErasedSubjects erased;

    @Inject
    ErasureMarks marks;

    @Inject
    ReapplyErasures reapply;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void whoHasSaidNothingHasAllowedNothing() {
        assertThat(consents.allows("p1.k1.nobody", Purpose.PERSONALIZATION)).isFalse();
    }

    @Test
    void aGrantIsSeenAndItsWithdrawalToo() {
        String person = person();

        TestRecords.write(Topic.CONSENTS, person, state(person, 1, ConsentStatus.GRANTED));
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
        assertThat(consents.allows(person, Purpose.MARKETING_EMAIL)).isFalse();

        TestRecords.write(Topic.CONSENTS, person, state(person, 2, ConsentStatus.WITHDRAWN));
        await().until(() -> !consents.allows(person, Purpose.PERSONALIZATION));
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        String person = person();
        TestRecords.write(Topic.CONSENTS, person, state(person, 5, ConsentStatus.WITHDRAWN));
        TestRecords.write(Topic.CONSENTS, person, state(person, 4, ConsentStatus.GRANTED));
        String marker = person();
        TestRecords.write(Topic.CONSENTS, marker, state(marker, 1, ConsentStatus.GRANTED));
        await().until(() -> consents.of(person).version() == 5);
        assertThat(consents.upToDate(Duration.ofSeconds(60))).isTrue();

        assertThat(consents.allows(person, Purpose.PERSONALIZATION)).isFalse();
    }

    /** A database that went back writes a version a second time. */
    @Test
    void aVersionThatIsToldTwiceWithOtherWordsIsIgnored() {
        String person = person();
        TestRecords.write(Topic.CONSENTS, person, state(person, 5, ConsentStatus.WITHDRAWN));
        TestRecords.write(Topic.CONSENTS, person, state(person, 5, ConsentStatus.GRANTED));
        String marker = person();
        TestRecords.write(Topic.CONSENTS, marker, state(marker, 1, ConsentStatus.GRANTED));
        await().until(() -> consents.of(person).version() == 5);
        assertThat(consents.upToDate(Duration.ofSeconds(60))).isTrue();

        assertThat(consents.allows(person, Purpose.PERSONALIZATION)).isFalse();
    }

    @Test
    void statesAreOrderedByEpochThenVersionThenRevision() {
        String person = person();
        List<ConsentState> risingOrder = List.of(
                ordered(person, 0, 5, 0, ConsentStatus.GRANTED),
                ordered(person, 0, 5, 1, ConsentStatus.WITHDRAWN),
                ordered(person, 0, 6, 0, ConsentStatus.GRANTED),
                ordered(person, 1, 2, 0, ConsentStatus.WITHDRAWN));

        for (ConsentState state : risingOrder) {
            TestRecords.write(Topic.CONSENTS, person, state.toByteArray());
            boolean granted = state.getDecisions(0).getStatus() == ConsentStatus.GRANTED;
            await().until(() -> consents.allows(person, Purpose.PERSONALIZATION) == granted);
        }
        risingOrder.forEach(state -> TestRecords.write(Topic.CONSENTS, person, state.toByteArray()));
        assertThat(consents.upToDate(Duration.ofSeconds(60))).isTrue();

        assertThat(consents.of(person).epoch()).isEqualTo(1);
        assertThat(consents.of(person).version()).isEqualTo(2);
        assertThat(consents.allows(person, Purpose.PERSONALIZATION)).isFalse();
    }

    @Test
    void anUnreadableConsentDeniesGoesToTheDeadLettersAndStopsNothing() throws InvalidProtocolBufferException {
        String person = person();
        TestRecords.write(Topic.CONSENTS, person, state(person, 1, ConsentStatus.GRANTED));
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));

        byte[] garbage = ("not protobuf " + person).getBytes(StandardCharsets.UTF_8);
        TestRecords.write(Topic.CONSENTS, person, garbage);

        await().until(() -> !consents.allows(person, Purpose.PERSONALIZATION));
        ConsumerRecord<String, byte[]> letter = TestRecords.await(
                        Topic.DEAD_LETTERS, 1, record -> sizeOf(record) == garbage.length)
                .getFirst();
        assertThat(DeadLetter.parseFrom(letter.value()).getTopic()).isEqualTo(Topic.CONSENTS.topicName());
        TestRecords.write(Topic.CONSENTS, person, state(person, 2, ConsentStatus.GRANTED));
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
    }

    @Test
    void aViewIsUpToDateAlsoWhileOthersGoOnWriting() throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread writer = Thread.startVirtualThread(() -> {
            while (goesOn.get()) {
                String person = person();
                TestRecords.write(Topic.CONSENTS, person, state(person, 1, ConsentStatus.GRANTED));
            }
        });

        boolean upToDate = consents.upToDate(Duration.ofSeconds(60));
        goesOn.set(false);
        writer.join();

        assertThat(upToDate).isTrue();
    }

    @Test
    void aWithdrawalIsToldWhenTheUsesBeforeItAreOver() {
        String person = person();
        await().until(consents::current);
        RecordMetadata withdrawal;
        try (Use _ = consents.beginUse()) {
            withdrawal = TestRecords.write(Topic.CONSENTS, person, state(person, 1, ConsentStatus.WITHDRAWN));
            await().until(() -> consents.of(person).version() == 1);
            long seen = Instant.now().getEpochSecond();

            assertThat(TestRecords.await(
                            Topic.ENFORCEMENT_POINTS,
                            2,
                            record -> report(record).getReportedAt().getSeconds() > seen))
                    .noneMatch(record -> tells(report(record), withdrawal));
        }

        TestRecords.await(Topic.ENFORCEMENT_POINTS, 1, record -> tells(report(record), withdrawal));
    }

    private static boolean tells(EnforcementReport report, RecordMetadata written) {
        return report.getNextOffsetsOrDefault(written.partition(), 0) > written.offset();
    }

    private static EnforcementReport report(ConsumerRecord<String, byte[]> record) {
        try {
            return EnforcementReport.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a report", e);
        }
    }

    @Test
    void whoWasErasedIsKnownAsErased() {
        String person = person();
        TestRecords.write(
                Topic.ERASURES,
                person,
                Erasure.newBuilder().setPseudonym(person).build().toByteArray());

        await().until(() -> erased.contains(person));
        assertThat(erased.contains(person())).isFalse();
    }

    @Test
    void whoWasErasedStaysSoWhenThePseudonymGoesFromTheTopic() {
        String person = person();
        TestRecords.write(
                Topic.ERASURES,
                person,
                Erasure.newBuilder().setPseudonym(person).build().toByteArray());
        TestRecords.write(Topic.ERASURES, person, null);
        String marked = person();
        TestRecords.write(
                Topic.ERASURES,
                marks.of(marked),
                Erasure.newBuilder().setRequestId("of the mark").build().toByteArray());

        await().until(() -> erased.contains(person) && erased.contains(marked));
        assertThat(erased.upToDate(Duration.ofSeconds(60))).isTrue();
        assertThat(erased.contains(person)).isTrue();
        assertThat(erased.everyone()).noneMatch(one -> one.mark().equals(person));
    }

    @Test
    void whomAnOlderDatabaseBringsBackIsRemovedAgain() throws SQLException {
        String gone = person();
        String stays = person();
        TestRecords.write(
                Topic.ERASURES,
                marks.of(gone),
                Erasure.newBuilder().setRequestId("earlier").build().toByteArray());
        await().until(() -> erased.contains(gone));
        insertSuccessor(gone);
        insertSuccessor(stays);

        reapply.reapply();

        assertThat(successors()).contains(stays).doesNotContain(gone);
    }

    private void insertSuccessor(String pseudonym) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into pseudonym_successor (pseudonym, successor) values (?, 'p1.k2.newer')")) {
            insert.setString(1, pseudonym);
            insert.executeUpdate();
        }
    }

    private List<String> successors() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select pseudonym from pseudonym_successor");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static int sizeOf(ConsumerRecord<String, byte[]> record) {
        try {
            return DeadLetter.parseFrom(record.value()).getSizeBytes();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a dead letter", e);
        }
    }

    private static String person() {
        return "p1.k1." + UUID.randomUUID();
    }

    private static byte[] state(String person, long version, ConsentStatus status) {
        return ordered(person, 0, version, 0, status).toByteArray();
    }

    private static ConsentState ordered(String person, long epoch, long version, long revision, ConsentStatus status) {
        return ConsentState.newBuilder()
                .setPseudonym(person)
                .setEpoch(epoch)
                .setVersion(version)
                .setRevision(revision)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(status))
                .build();
    }
}
