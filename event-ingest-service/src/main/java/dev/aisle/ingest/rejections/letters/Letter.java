package dev.aisle.ingest.rejections.letters;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.shared.values.Hashes;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, and whether its record was sent in again since.
 *
 * @param replayedAt when; {@code null} when it wasn't
 */
record Letter(DeadLetter letter, @Nullable Instant replayedAt) {
    /** Names the record: topic, partition and offset; the same record has one name whoever could not read it. */
    public static String idOf(DeadLetter letter) {
        return isRaw(letter)
                ? rawId(letter.getPartition(), letter.getOffset())
                : letter.getTopic() + "-" + letter.getPartition() + "-" + letter.getOffset();
    }

    /** Tells apart the letters of several services about one record. */
    public static long identityOf(String service, String id) {
        return Hashes.shortOf(service + ' ' + id);
    }

    /** The id of a raw event's record, as refine gives it to the refusal that goes with the letter. */
    public static String rawId(int partition, long offset) {
        return "raw-" + partition + "-" + offset;
    }

    /** Whether this service wrote what stands there, so that it may write it again. */
    public static boolean isRaw(DeadLetter letter) {
        return letter.getTopic().equals(Topic.EVENTS_RAW.topicName());
    }

    public boolean replayable() {
        return isRaw(letter) && replayedAt == null;
    }

    public Instant seenAt() {
        return Timestamps.toInstant(letter.getSeenAt());
    }
}
