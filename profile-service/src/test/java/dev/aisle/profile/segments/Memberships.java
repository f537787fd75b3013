package dev.aisle.profile.segments;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who is in a segment, and what the topic says of it. */
public final class Memberships {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Memberships() {}

    static ConsumerRecord<String, byte[]> changeRecord(Shopper shopper, String segment) {
        return TestRecords.await(Topic.SEGMENTS, 1, record -> isOf(shopper, segment, record))
                .getFirst();
    }

    static List<SegmentChange> changes(Shopper shopper, String segment, int least) {
        return TestRecords.await(Topic.SEGMENTS, least, record -> isOf(shopper, segment, record)).stream()
                .map(record -> opened(record).orElseThrow())
                .toList();
    }

    private static boolean isOf(Shopper shopper, String segment, ConsumerRecord<String, byte[]> record) {
        return shopper.pseudonym().equals(record.key())
                && opened(record)
                        .filter(change -> change.getSegmentId().equals(segment))
                        .isPresent();
    }

    /** What the topic holds of a person, unopened. */
    static List<SegmentChange> inTheLog(Shopper shopper, int least) {
        return TestRecords.awaitKey(Topic.SEGMENTS, least, shopper.pseudonym()).stream()
                .map(Memberships::parsed)
                .toList();
    }

    /** As a reader of the topic finds it; nothing when its person has no key any more. */
    public static Optional<SegmentChange> opened(ConsumerRecord<String, byte[]> record) {
        return Arc.container()
                .instance(PayloadSeals.class)
                .get()
                .open(record.topic(), parsed(record), Sealables.SEGMENT_CHANGE);
    }

    private static SegmentChange parsed(ConsumerRecord<String, byte[]> record) {
        try {
            return SegmentChange.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("No change of a segment", e);
        }
    }

    static void awaitMember(String segment, Shopper shopper) {
        await().atMost(PATIENCE).until(() -> Marketer.members(segment).contains(shopper.pseudonym()));
    }

    static void awaitNoMember(String segment, Shopper shopper) {
        await().atMost(PATIENCE).until(() -> !Marketer.members(segment).contains(shopper.pseudonym()));
    }
}
