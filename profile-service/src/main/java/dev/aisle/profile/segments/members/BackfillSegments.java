package dev.aisle.profile.segments.members;

import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.people.usecase.FittedParameters;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.profile.segments.store.BackfillRepository.Backfill;
import dev.aisle.profile.segments.store.BackfillRepository.State;
import dev.aisle.profile.segments.usecase.SegmentSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at everybody once after a rule changed. A page of people and the checkpoint behind it are one transaction: after a restart it goes on there,
 * and nobody is counted twice.
 */
@ApplicationScoped
class BackfillSegments {
    private final BackfillRepository backfills;
    private final EventsOfPeople events;
    private final LookAgain lookAgain;
    private final FittedParameters fitted;
    private final SegmentSettings settings;

    BackfillSegments(
            BackfillRepository backfills,
            EventsOfPeople events,
            LookAgain lookAgain,
            FittedParameters fitted,
            SegmentSettings settings) {
        this.backfills = backfills;
        this.events = events;
        this.lookAgain = lookAgain;
        this.fitted = fitted;
        this.settings = settings;
    }

    /** Goes on until nothing is left to do, a page at a time. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        boolean more = true;
        while (more && lookAgain.possible()) {
            boolean[] left = {false};
            lookAgain.using(() -> left[0] = QuarkusTransaction.requiringNew().call(this::page));
            more = left[0];
        }
    }

    /** Whether there is more. */
    private boolean page() {
        Optional<Backfill> next = backfills.lock() ? backfills.next() : Optional.empty();
        if (next.isEmpty()) {
            return false;
        }
        Instant now = Instant.now();
        if (next.get().state() == State.QUEUED) {
            backfills.begin(now);
            fitted.renew();
        }
        List<String> people = List.copyOf(events.page(
                        next.get().checkpoint(),
                        now.minus(EventQuery.LONGEST),
                        now.plus(EventQuery.LONGEST),
                        settings.batch())
                .keySet());
        if (people.isEmpty()) {
            backfills.end(now);
        } else {
            lookAgain.at(people);
            backfills.advance(people.getLast());
        }
        return true;
    }
}
