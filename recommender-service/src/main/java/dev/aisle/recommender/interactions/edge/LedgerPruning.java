package dev.aisle.recommender.interactions.edge;

import dev.aisle.platform.storage.Ledger;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Forgets handled events that the topics no longer hold, so that they can't come again. */
@Singleton
class LedgerPruning {
    /** The topics keep 30 days. */
    private static final int DAYS = 35;

    private final Ledger ledger;

    LedgerPruning(Ledger ledger) {
        this.ledger = ledger;
    }

    @Scheduled(every = "24h", delayed = "10m")
    void prune() {
        ledger.prune(DAYS);
    }
}
