package dev.aisle.profile.analysis.usecase;

import dev.aisle.platform.consent.ConsentAtUse.UnknownNow;
import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.people.domain.PseudonymOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Counts everybody for a question, page by page. */
@ApplicationScoped
class CountPeople {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ConsentingPeople people;

    CountPeople(ConsentingPeople people) {
        this.people = people;
    }

    /**
     * Counts.
     *
     * @param deadline when to give up
     * @param progress is told the share of people who are counted; may throw to stop
     * @throws DeadlineException when it takes too long
     */
    public <T extends Tally<T>> void count(
            T tally, Instant from, Instant until, Instant deadline, DoubleConsumer progress) {
        Optional<String> cursor = Optional.of("");
        double share = 0;
        while (cursor.isPresent()) {
            progress.accept(share);
            if (Instant.now().isAfter(deadline)) {
                throw new DeadlineException("There wasn't enough time; ask for fewer days");
            }
            try {
                cursor = people.read(cursor.get(), from, until, tally::add);
                share = Math.max(share, cursor.map(PseudonymOrder::share).orElse(1.0));
            } catch (UnknownNow e) {
                pause(deadline, e);
            }
        }
    }

    private static void pause(Instant deadline, UnknownNow cause) {
        if (Instant.now().plus(PAUSE).isAfter(deadline)) {
            throw cause;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the consents were not known", e);
        }
    }

    /** It took too long. */
    public static final class DeadlineException extends RuntimeException {
        DeadlineException(String message) {
            super(message);
        }
    }
}
