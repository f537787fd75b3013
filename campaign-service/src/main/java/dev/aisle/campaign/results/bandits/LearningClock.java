package dev.aisle.campaign.results.bandits;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** When campaigns learn. */
@ApplicationScoped
class LearningClock {
    private final LearnWeights learnWeights;

    LearningClock(LearnWeights learnWeights) {
        this.learnWeights = learnWeights;
    }

    @Scheduled(every = "${aisle.bandits.every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void learn() {
        learnWeights.learn();
    }
}
