package dev.aisle.ingest.refine.edge;

import dev.aisle.ingest.catalog.edge.CatalogTopology;
import dev.aisle.ingest.catalog.usecase.CatalogMetrics;
import dev.aisle.ingest.refine.usecase.Standing;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/**
 * What the Quarkus extension runs: the topology, and a new thread for one that failed. With
 * {@code aisle.refine.enabled=false} the extension finds no topology and this process is a door only.
 */
@ApplicationScoped
class RefineStream {
    private static final Logger LOG = Logger.getLogger(RefineStream.class);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @Produces
    @Singleton
    @LookupIfProperty(name = "aisle.refine.enabled", stringValue = "true", lookupIfMissing = true)
    Topology topology(ConsentView consents, ErasedSubjects erased, CatalogMetrics catalog) {
        Topology refine =
                RefineTopology.of(new Standing(person -> consentOf(person, consents, erased), erased::contains));
        return CatalogTopology.addTo(refine, catalog);
    }

    /** After a long outage of the broker the thread gives up; the next one goes on where the last transaction ended. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return failure -> {
            LOG.errorf(failure, "A refine thread failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    /** While the views lag, everybody would seem to have withdrawn: the stream waits for them, nothing is lost. */
    private static Consent consentOf(String person, ConsentView consents, ErasedSubjects erased) {
        while (!(consents.current() && erased.current())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while waiting for consents");
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
        return consents.of(person);
    }
}
