package dev.aisle.profile.segments.members;

import dev.aisle.profile.segments.usecase.SegmentSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks again at those whose moment has come. Only these are read, by an index on the moment; several instances share them. */
@ApplicationScoped
class FollowTime {
    private static final Duration PUT_OFF = Duration.ofSeconds(30);

    private final DueRepository due;
    private final LookAgain lookAgain;
    private final SegmentSettings settings;

    FollowTime(DueRepository due, LookAgain lookAgain, SegmentSettings settings) {
        this.due = due;
        this.lookAgain = lookAgain;
        this.settings = settings;
    }

    /** Takes batches until nobody is due. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        int taken = settings.batch();
        while (taken == settings.batch() && lookAgain.possible()) {
            taken = next();
        }
    }

    private int next() {
        Instant now = Instant.now();
        List<String> people = QuarkusTransaction.requiringNew().call(() -> due.take(now, PUT_OFF, settings.batch()));
        if (!people.isEmpty()) {
            lookAgain.using(() -> lookAgain.at(people));
        }
        return people.size();
    }
}
