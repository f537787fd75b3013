package dev.aisle.profile.segments.usecase;

import dev.aisle.profile.people.usecase.FittedParameters;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.profile.segments.store.SegmentRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.TreeMap;

/** Looks at everybody when models were fitted anew: values that rest on them are others then, though nothing happened. */
@ApplicationScoped
class FollowModels {
    private final FittedParameters fitted;
    private final SegmentRepository segments;
    private final BackfillRepository backfills;

    FollowModels(FittedParameters fitted, SegmentRepository segments, BackfillRepository backfills) {
        this.fitted = fitted;
        this.segments = segments;
        this.backfills = backfills;
    }

    /** Compares the versions of the models with those of the last look. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void follow() {
        String versions = new TreeMap<>(fitted.now().versions()).toString();
        if (segments.usedModels(versions)) {
            segments.all(false).stream()
                    .filter(segment -> segment.rule().asksForValues())
                    .forEach(segment -> backfills.ask(segment.id(), segment.version(), Instant.now()));
        }
    }
}
