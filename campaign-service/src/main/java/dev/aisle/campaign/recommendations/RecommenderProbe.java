package dev.aisle.campaign.recommendations;

import dev.aisle.campaign.campaigns.domain.Language;
import dev.aisle.campaign.placements.domain.ItemQuery;
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
