package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.recommender.interactions.feedback.usecase.CreditFeedback;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Credits what people did, from time to time. */
@Singleton
class FeedbackClock {
    private final CreditFeedback creditFeedback;

    FeedbackClock(CreditFeedback creditFeedback) {
        this.creditFeedback = creditFeedback;
    }

    @Scheduled(every = "{aisle.feedback.credit-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void credit() {
        creditFeedback.creditNext();
    }
}
