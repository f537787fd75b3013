package dev.aisle.campaign.delivery.triggers;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** When walks go on. */
@ApplicationScoped
class WalkClock {
    private final WalkPeople walkPeople;

    WalkClock(WalkPeople walkPeople) {
        this.walkPeople = walkPeople;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void walk() {
        walkPeople.begin();
        while (walkPeople.page()) {
            // Page after page: each is a transaction of its own.
        }
    }
}
