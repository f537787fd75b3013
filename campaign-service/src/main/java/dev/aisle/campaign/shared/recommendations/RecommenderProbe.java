package dev.aisle.campaign.shared.recommendations;

import dev.aisle.campaign.shared.Language;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks while the recommender doesn't answer, so that pages neither pay for the first connection nor notice its return late. */
@ApplicationScoped
class RecommenderProbe {
    private static final ItemQuery FOR_NOBODY = new ItemQuery("", "", List.of(), List.of(), Language.EN);

    private final RecommenderGateway recommender;

    RecommenderProbe(RecommenderGateway recommender) {
        this.recommender = recommender;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void probe() {
        if (!recommender.answering()) {
            recommender.recommend(FOR_NOBODY);
        }
    }
}
