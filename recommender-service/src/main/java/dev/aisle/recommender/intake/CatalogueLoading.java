package dev.aisle.recommender.intake;

import dev.aisle.platform.storage.StorageException;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.ReadCatalogue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Loads the catalogue at the start, follows what other instances write, and lets search read it beside the first requests. */
@Singleton
class CatalogueLoading {
    private static final Logger LOG = Logger.getLogger(CatalogueLoading.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Catalogue catalogue;
    private final ReadCatalogue readCatalogue;
    private final Thread reading =
            Thread.ofPlatform().name("catalogue-reading").daemon().unstarted(this::readAll);

    CatalogueLoading(Catalogue catalogue, ReadCatalogue readCatalogue) {
        this.catalogue = catalogue;
        this.readCatalogue = readCatalogue;
    }

    void load(@Observes StartupEvent event) {
        catalogue.refresh();
        reading.start();
    }

    void stop(@Observes ShutdownEvent event) {
        reading.interrupt();
    }

    private void readAll() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                readCatalogue.readAll();
                return;
            } catch (StorageException e) {
                LOG.warnf("The catalogue can't be read for search, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Scheduled(
            every = "{aisle.catalogue.refresh-every}",
            delayed = "{aisle.catalogue.refresh-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        catalogue.refresh();
    }
}
