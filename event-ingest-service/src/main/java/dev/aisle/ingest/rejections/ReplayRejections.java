package dev.aisle.ingest.rejections;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.rejections.mending.EventFix;
import dev.aisle.ingest.rejections.mending.Mended;
import dev.aisle.ingest.shared.broker.ExclusiveWriter;
import dev.aisle.ingest.shared.broker.TopicScan.Extent;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.platform.consent.ConsentAtUse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends refused events in again, mended or as they are.
 *
 * <p>Once: the event and the note that it went in are one transaction, and a turn of {@link ExclusiveWriter} reads all notes
 * before it writes, so that neither a crash nor a second operator doubles anything. In order: the oldest first, in one
 * sequence. Only what is allowed: consent and erasure are asked again, and refine asks them once more.
 */
@Singleton
class ReplayRejections {
    private final RejectedEvents rejected;
    private final ExclusiveWriter writer;
    private final Standing standing;

    ReplayRejections(RejectedEvents rejected, ExclusiveWriter writer, Standing standing) {
        this.rejected = rejected;
        this.writer = writer;
        this.standing = standing;
    }

    /**
     * What to do.
     *
     * @param ids message ids; empty: whatever the filter lets through
     * @param dryRun whether to say only what would happen
     */
    public record Order(RejectionFilter filter, Set<String> ids, EventFix fix, boolean dryRun) {
        public Order {
            ids = Set.copyOf(ids);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** The fix can't be used on any event. */
    public record InvalidFix(Fault fault) implements Outcome {}

    /** Nothing was written, or isn't known to be. */
    public record Unavailable() implements Outcome {}

    /** An event that would be refused again. */
    public record StillInvalid(String messageId, Fault fault) {}

    /**
     * What went in, or would.
     *
     * @param skipped of people who were erased or withdrew since, or whose key is gone
     * @param left how many wait for another replay, because one takes only so many
     */
    public record Report(
            boolean dryRun,
            int replayed,
            int alreadyReplayed,
            int notReplayable,
            int skipped,
            List<StillInvalid> stillInvalid,
            int left)
            implements Outcome {
        public Report {
            stillInvalid = List.copyOf(stillInvalid);
        }
    }

    private record Judged(List<ProducerRecord<String, byte[]>> records, Report report) {}

    public Outcome replay(Order order) {
        Optional<Fault> fault = order.fix().fault();
        if (fault.isPresent()) {
            return new InvalidFix(fault.get());
        }
        if (!standing.known()) {
            return new Unavailable();
        }
        try {
            return inTurn(order);
        } catch (ConsentAtUse.UnknownNow e) {
            return new Unavailable();
        }
    }

    private Outcome inTurn(Order order) {
        Optional<Report> report = order.dryRun()
                ? judge(order).map(Judged::report)
                : writer.inTurn(
                        ReplayRecords.TASK,
                        turn -> judge(order).map(judged -> {
                            if (!judged.records().isEmpty()) {
                                turn.commit(
                                        judged.records(),
                                        Map.of(
                                                "events",
                                                Integer.toString(judged.report().replayed())));
                            }
                            return judged.report();
                        }));
        return report.<Outcome>map(done -> done).orElseGet(Unavailable::new);
    }

    private Optional<Judged> judge(Order order) {
        ReplayQueue queue = new ReplayQueue(order.filter(), order.ids());
        // From the beginning, whatever the filter says: a note about the same message may stand before the span.
        if (rejected.refusals(null, queue::see) != Extent.WHOLE || queue.overflown()) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        List<StillInvalid> stillInvalid = new ArrayList<>();
        int skipped = 0;
        for (RejectedEvent refusal : queue.events()) {
            Optional<ShopEvent> opened = standing.opened(refusal);
            if (opened.isEmpty()) {
                skipped++;
                continue;
            }
            switch (Mended.of(opened.get(), order.fix())) {
                case Mended.Invalid invalid ->
                    stillInvalid.add(new StillInvalid(refusal.getMessageId(), invalid.fault()));
                case Mended.Valid valid -> {
                    Optional<ShopEvent> admitted = standing.admit(valid.event());
                    skipped += admitted.isPresent() ? 0 : 1;
                    admitted.ifPresent(event -> {
                        records.add(ReplayRecords.event(event));
                        records.add(ReplayRecords.note(refusal, now));
                    });
                }
            }
        }
        return Optional.of(new Judged(
                records,
                new Report(
                        order.dryRun(),
                        records.size() / 2,
                        queue.alreadyReplayed(),
                        queue.notReplayable(),
                        skipped,
                        stillInvalid,
                        queue.left())));
    }
}
