package dev.aisle.privacy;

import dev.aisle.platform.consent.ConsentView;
import dev.aisle.privacy.consent.enforcement.EnforcementPoints;
import dev.aisle.privacy.rights.graph.LinkedBrowsers;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The tests begin when the service has read what there is: before, it answers 202 to what it answers 201 to afterwards. */
@Singleton
class ReadBeforeTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void await(
            @Observes @Priority(Integer.MAX_VALUE) StartupEvent started,
            ConsentView consents,
            LinkedBrowsers links,
            EnforcementPoints points) {
        consents.upToDate(PATIENCE);
        links.upToDate(PATIENCE);
        points.upToDate(PATIENCE);
    }
}
