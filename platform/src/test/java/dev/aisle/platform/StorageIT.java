package dev.aisle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.platform.storage.Ledger;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class StorageIT {
    @Inject
    Outbox outbox;

    @Inject
    Ledger ledger;

    @Inject
    OppositeOrders opposite;

    @Test
    void anEventIsSeenForTheFirstTimeOnlyOnce() {
        String event = UUID.randomUUID().toString();

        assertThat(ledger.firstSeen("consumer", event)).isTrue();
        assertThat(ledger.firstSeen("consumer", event)).isFalse();
        assertThat(ledger.firstSeen("another", event)).isTrue();
    }

    @Test
    void ofABatchOnlyTheFreshEventsAreNamed() {
        String known = UUID.randomUUID().toString();
        String fresh = UUID.randomUUID().toString();
        ledger.firstSeen("consumer", known);

        assertThat(ledger.firstSeen("consumer", List.of(known, fresh, fresh))).containsExactly(fresh);
    }

    @Test
    void aTransactionThatRollsBackForgetsWhatItHadSeen() {
        String event = UUID.randomUUID().toString();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    ledger.firstSeen("consumer", event);
                    throw new IllegalStateException("roll back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ledger.firstSeen("consumer", event)).isTrue();
    }

    @Test
    void ofTwoTransactionsThatWaitForEachOtherTheOneThatGivesWayIsTriedAgain() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = threads.submit(() -> opposite.hold(1, 2, bothHoldOne));
            Future<Integer> other = threads.submit(() -> opposite.hold(2, 1, bothHoldOne));

            assertThat(one.get() + other.get()).as("calls of both").isEqualTo(3);
        }
    }

    /** Holds two locks in the order that it is told: at first only when another one holds its first. */
    @ApplicationScoped
    static class OppositeOrders {
        private final Map<Integer, Integer> calls = new ConcurrentHashMap<>();
        private final AgroalDataSource dataSource;

        OppositeOrders(AgroalDataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Returns how often it was called for that. */
        @Transactional
        int hold(int first, int second, CyclicBarrier bothHoldOne) throws Exception {
            int call = calls.merge(first, 1, Integer::sum);
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + first + ")");
                if (call == 1) {
                    bothHoldOne.await();
                }
                statement.execute("select pg_advisory_xact_lock(" + second + ")");
            }
            return call;
        }
    }

    @Test
    void messagesLeaveInTheOrderInWhichTheyWerePut() {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 50).forEach(i -> outbox.put(Topic.SEGMENTS, key, change(key, i))));

        List<ConsumerRecord<String, byte[]>> sent = TestRecords.awaitKey(Topic.SEGMENTS, 50, key);

        assertThat(sent.stream().map(StorageIT::version))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(Long::valueOf).toList());
        assertThat(sent.getFirst().headers().lastHeader("ce_type").value())
                .asString()
                .isEqualTo("aisle.segments.v1.SegmentChange");
    }

    @Test
    void aMessageOfATransactionThatRollsBackNeverLeaves() {
        String key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.put(Topic.SEGMENTS, key, change(key, 1));
                    throw new IllegalStateException("roll back");
                }))
                .isInstanceOf(IllegalStateException.class);
        QuarkusTransaction.requiringNew().run(() -> outbox.put(Topic.SEGMENTS, key, change(key, 2)));

        assertThat(TestRecords.awaitKey(Topic.SEGMENTS, 1, key).stream().map(StorageIT::version))
                .containsExactly(2L);
    }

    @Test
    void aMessageGoesOnWithTheTraceOfWhoeverPutIt() {
        String key = UUID.randomUUID().toString();
        String trace = UUID.randomUUID().toString().replace("-", "");
        SpanContext place = SpanContext.createFromRemoteParent(
                trace, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());

        try (Scope _ = Span.wrap(place).makeCurrent()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.put(Topic.SEGMENTS, key, change(key, 1)));
        }
        QuarkusTransaction.requiringNew().run(() -> outbox.put(Topic.SEGMENTS, key, change(key, 2)));

        List<ConsumerRecord<String, byte[]>> sent = TestRecords.awaitKey(Topic.SEGMENTS, 2, key);
        assertThat(sent.getFirst().headers().lastHeader("traceparent").value())
                .asString()
                .isEqualTo("00-" + trace + "-b7ad6b7169203331-01");
        assertThat(sent.getLast().headers().lastHeader("traceparent")).isNull();
    }

    private static SegmentChange change(String key, long version) {
        return SegmentChange.newBuilder()
                .setPseudonym(key)
                .setProfileVersion(version)
                .build();
    }

    private static long version(ConsumerRecord<String, byte[]> record) {
        try {
            return SegmentChange.parseFrom(record.value()).getProfileVersion();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError("not a segment change", e);
        }
    }
}
