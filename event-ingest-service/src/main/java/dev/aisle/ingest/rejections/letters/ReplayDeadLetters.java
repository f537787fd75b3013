package dev.aisle.ingest.rejections.letters;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.rejections.RejectedEvents;
import dev.aisle.ingest.rejections.ReplayRecords;
import dev.aisle.ingest.rejections.letters.RawRecords.Coordinates;
import dev.aisle.ingest.shared.broker.ExclusiveWriter;
import dev.aisle.ingest.shared.broker.TopicScan.Extent;
import dev.aisle.ingest.shared.values.Hashes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records behind dead letters of the raw topic once more, unchanged, for code that was mended since. Each once: the
 * note of it is part of the same transaction, as in {@link ReplayRejections}.
 */
@Singleton
class ReplayDeadLetters {
    private static final Logger LOG = Logger.getLogger(ReplayDeadLetters.class);
    private static final int MOST = 1_000;
    private static final Comparator<Coordinates> ORDER =
            Comparator.comparingInt(Coordinates::partition).thenComparingLong(Coordinates::offset);

    private final RejectedEvents rejected;
    private final RawRecords rawRecords;
    private final ExclusiveWriter writer;

    ReplayDeadLetters(RejectedEvents rejected, RawRecords rawRecords, ExclusiveWriter writer) {
        this.rejected = rejected;
        this.rawRecords = rawRecords;
        this.writer = writer;
    }

    /**
     * What went in, or would.
     *
     * @param notReplayable of other topics, which their own service has to repair
     * @param gone records that their topic no longer has
     * @param altered records that aren't what the letter tells of: the topic was made anew
     * @param left how many wait for another replay
     */
    public record Report(
            boolean dryRun, int replayed, int alreadyReplayed, int notReplayable, int gone, int altered, int left) {}

    /** What was found out about the letters, one after the other. */
    private static final class Tally {
        private final TreeMap<Coordinates, DeadLetter> waiting = new TreeMap<>(ORDER);
        private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        private int notReplayable;
        private int alreadyReplayed;
        private int gone;
        private int altered;
        private int left;

        void letter(DeadLetter letter) {
            if (!Letter.isRaw(letter)) {
                notReplayable++;
                return;
            }
            waiting.put(new Coordinates(letter.getPartition(), letter.getOffset()), letter);
            if (waiting.size() > MOST) {
                waiting.pollLastEntry();
                left++;
            }
        }

        void record(DeadLetter letter, Optional<ConsumerRecord<String, byte[]>> found, Instant now) {
            if (found.isEmpty()) {
                gone++;
            } else if (!hash(found.get().value()).equals(letter.getPayloadHash())) {
                altered++;
            } else {
                records.add(ReplayRecords.again(found.get()));
                records.add(ReplayRecords.note(refusalOf(letter), now));
            }
        }

        Report report(boolean dryRun) {
            return new Report(dryRun, records.size() / 2, alreadyReplayed, notReplayable, gone, altered, left);
        }
    }

    /** Replays the letters that match; empty when the broker doesn't answer or others were faster each time. */
    public Optional<Report> replay(LetterFilter filter, boolean dryRun) {
        if (dryRun) {
            try {
                return judge(filter).map(tally -> tally.report(true));
            } catch (KafkaException e) {
                LOG.warnf("The broker did not give the records: %s", e.toString());
                return Optional.empty();
            }
        }
        return writer.inTurn(
                ReplayRecords.TASK,
                turn -> judge(filter).map(tally -> {
                    if (!tally.records.isEmpty()) {
                        turn.commit(tally.records, Map.of("events", Integer.toString(tally.records.size() / 2)));
                    }
                    return tally.report(false);
                }));
    }

    private Optional<Tally> judge(LetterFilter filter) {
        Tally tally = new Tally();
        // Notes of what was replayed can only stand behind the record's first failure, anywhere in what is kept.
        Set<String> replayed = new HashSet<>();
        Extent letters = rejected.letters(filter.since(), letter -> {
            if (filter.matches(letter)) {
                tally.letter(letter);
            }
        });
        Extent notes = rejected.refusals(null, event -> note(event, replayed));
        if (letters != Extent.WHOLE || notes != Extent.WHOLE) {
            return Optional.empty();
        }
        int before = tally.waiting.size();
        tally.waiting.values().removeIf(letter -> replayed.contains(Letter.idOf(letter)));
        tally.alreadyReplayed = before - tally.waiting.size();
        Instant now = Instant.now();
        rawRecords.at(tally.waiting, (letter, found) -> tally.record(letter, found, now));
        return Optional.of(tally);
    }

    private static void note(RejectedEvent event, Set<String> replayed) {
        if (event.hasReplayedAt() && event.getMessageId().startsWith("raw-")) {
            replayed.add(event.getMessageId());
        }
    }

    private static RejectedEvent refusalOf(DeadLetter letter) {
        return RejectedEvent.newBuilder()
                .setMessageId(Letter.idOf(letter))
                .setCode("unparsable")
                .setReason(letter.getReason())
                .setRejectedAt(letter.getSeenAt())
                .setStage("refine")
                .build();
    }

    /** A letter about a record without a value has the hash of nothing. */
    private static ByteString hash(byte @Nullable [] payload) {
        return Hashes.sha256(payload == null ? new byte[0] : payload);
    }
}
