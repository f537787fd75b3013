package dev.aisle.ingest.rejections;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.ingest.rejections.NewestFirst.Page;
import dev.aisle.ingest.shared.broker.TopicScan.Extent;
import dev.aisle.ingest.shared.values.Timestamps;
import dev.aisle.platform.consent.ConsentAtUse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was refused: the newest first, because an operator looks for what goes wrong now. */
@Singleton
class ListRejections {
    private static final int MOST_GROUPS = 500;
    private static final Group OTHERS = new Group("…", "…", "…");

    private final RejectedEvents rejected;
    private final Standing standing;

    ListRejections(RejectedEvents rejected, Standing standing) {
        this.rejected = rejected;
        this.standing = standing;
    }

    /** What was found; {@code complete} when the whole span was read in time. */
    public record Found(Page<Rejection> page, boolean complete) {}

    /** What is counted together; the indexes of a field are left out. */
    public record Group(String code, String field, String source) {
        static Group of(RejectedEvent event) {
            return new Group(event.getCode(), RejectionFilter.withoutIndexes(event.getField()), event.getSource());
        }
    }

    /** How many of a group there were, could be sent in again when they came, and were. */
    public record Count(Group group, long rejected, long replayable, long replayed) {
        Count and(RejectedEvent event) {
            return event.hasReplayedAt()
                    ? new Count(group, rejected, replayable, replayed + 1)
                    : new Count(group, rejected + 1, replayable + (event.hasEvent() ? 1 : 0), replayed);
        }
    }

    /** The counts of a span, the largest first. */
    public record Summary(List<Count> counts, boolean complete) {
        public Summary {
            counts = List.copyOf(counts);
        }
    }

    /**
     * Which of them, and how many at once.
     *
     * @param replayable {@code null} when it doesn't matter
     * @param after a page that was seen; {@code null} for the first
     */
    public record Query(
            RejectionFilter filter,
            @Nullable Boolean replayable,
            @Nullable PageCursor after,
            int limit) {
        boolean matches(Rejection rejection) {
            return replayable == null || rejection.replayable() == replayable;
        }
    }

    /** The newest refusals that match; empty when the broker doesn't answer. */
    public Optional<Found> list(Query query) {
        NewestFirst<Rejection> newest = new NewestFirst<>(Rejection::rejectedAt, query.after());
        Extent extent = rejected.refusals(query.filter().since(), event -> see(event, query.filter(), newest));
        return extent == Extent.NONE
                ? Optional.empty()
                : Optional.of(new Found(opened(newest.page(query::matches, query.limit())), extent == Extent.WHOLE));
    }

    private Page<Rejection> opened(Page<Rejection> page) {
        return new Page<>(page.values().stream().map(this::opened).toList(), page.next());
    }

    /** With all names of its fields, or those that stand clear. */
    private Rejection opened(Rejection rejection) {
        if (!rejection.event().hasEvent()) {
            return rejection;
        }
        try {
            return standing.opened(rejection.event())
                    .map(event -> new Rejection(
                            rejection.event().toBuilder().setEvent(event).build(), rejection.replayedAt()))
                    .orElse(rejection);
        } catch (ConsentAtUse.UnknownNow e) {
            // The list needs no keys: until they are known it names the fields that stand clear.
            return rejection;
        }
    }

    /** How many there were since then by code, field and source; empty when the broker doesn't answer. */
    public Optional<Summary> summary(Instant since) {
        Map<Group, Count> counts = new HashMap<>();
        Extent extent = rejected.refusals(since, event -> {
            Group group = Group.of(event);
            Group counted = counts.size() < MOST_GROUPS || counts.containsKey(group) ? group : OTHERS;
            counts.merge(counted, new Count(counted, 0, 0, 0).and(event), (before, ignored) -> before.and(event));
        });
        return extent == Extent.NONE
                ? Optional.empty()
                : Optional.of(new Summary(
                        counts.values().stream()
                                .sorted(Comparator.comparingLong(Count::rejected)
                                        .reversed())
                                .toList(),
                        extent == Extent.WHOLE));
    }

    private static void see(RejectedEvent event, RejectionFilter filter, NewestFirst<Rejection> newest) {
        if (event.hasReplayedAt()) {
            Instant replayedAt = Timestamps.toInstant(event.getReplayedAt());
            newest.change(Rejection.identityOf(event), rejection -> new Rejection(rejection.event(), replayedAt));
        } else if (filter.matches(event)) {
            newest.add(Rejection.identityOf(event), Rejection.of(event));
        }
    }
}
