package dev.aisle.ingest.rejections.letters;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.ingest.rejections.NewestFirst;
import dev.aisle.ingest.rejections.NewestFirst.Page;
import dev.aisle.ingest.rejections.PageCursor;
import dev.aisle.ingest.rejections.RejectedEvents;
import dev.aisle.ingest.rejections.ReplayRecords;
import dev.aisle.ingest.shared.broker.TopicScan.Extent;
import dev.aisle.ingest.shared.values.Timestamps;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dead letters of every service, the newest first. A record that several could not read comes once for each. */
@Singleton
class ListDeadLetters {
    private final RejectedEvents rejected;

    ListDeadLetters(RejectedEvents rejected) {
        this.rejected = rejected;
    }

    /** What was found; {@code complete} when everything was read in time. */
    public record Found(Page<Letter> page, boolean complete) {}

    /** The newest letters that match, after a page that was seen; empty when the broker doesn't answer. */
    public Optional<Found> list(LetterFilter filter, @Nullable PageCursor after, int limit) {
        NewestFirst<Letter> newest = new NewestFirst<>(Letter::seenAt, after);
        Extent letters = rejected.letters(filter.since(), letter -> {
            if (filter.matches(letter)) {
                newest.add(Letter.identityOf(letter.getService(), Letter.idOf(letter)), new Letter(letter, null));
            }
        });
        Extent notes = rejected.refusals(filter.since(), event -> note(event, newest));
        if (letters == Extent.NONE || notes == Extent.NONE) {
            return Optional.empty();
        }
        return Optional.of(
                new Found(newest.page(letter -> true, limit), letters == Extent.WHOLE && notes == Extent.WHOLE));
    }

    private static void note(RejectedEvent event, NewestFirst<Letter> newest) {
        if (event.hasReplayedAt()) {
            newest.change(
                    Letter.identityOf(ReplayRecords.SERVICE, event.getMessageId()),
                    letter -> new Letter(letter.letter(), Timestamps.toInstant(event.getReplayedAt())));
        }
    }
}
