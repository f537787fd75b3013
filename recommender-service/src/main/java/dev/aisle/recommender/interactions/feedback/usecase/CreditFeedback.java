package dev.aisle.recommender.interactions.feedback.usecase;

import dev.aisle.recommender.interactions.feedback.store.CreditRepository;
import dev.aisle.recommender.interactions.feedback.store.CreditRepository.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Credits what people did to the lists that they were shown before. One look behind: lists, looks and orders come on topics of their own,
 * so that a list may arrive after the look at it.
 */
@ApplicationScoped
public class CreditFeedback {
    private final CreditRepository credits;
    private final FeedbackSettings settings;

    CreditFeedback(CreditRepository credits, FeedbackSettings settings) {
        this.credits = credits;
        this.settings = settings;
    }

    /** Credits everything that was there at the call before; each interaction once, by whichever instance. */
    @Transactional
    public void creditNext() {
        Optional<Open> held = credits.hold();
        if (held.isEmpty()) {
            return;
        }
        Open open = held.get();
        if (open.upTo() > open.after()) {
            credits.creditClicks(open, settings.clickWithin());
            credits.creditOrders(open, settings.orderWithin());
        }
        credits.advance(open);
    }
}
