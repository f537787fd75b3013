package dev.aisle.recommender.catalog.edge;

import dev.aisle.recommender.catalog.store.Catalogue;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Loads the catalogue at the start and follows what other instances write. */
@Singleton
class CatalogueLoading {
    private final Catalogue catalogue;

    CatalogueLoading(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void load(@Observes StartupEvent event) {
        catalogue.refresh();
    }

    @Scheduled(
            every = "{aisle.catalogue.refresh-every}",
            delayed = "{aisle.catalogue.refresh-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        catalogue.refresh();
    }
}
