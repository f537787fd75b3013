package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.rules.ConsentRules;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Refuses to start with a table of rules that can't be used, and says which one is in use: all services must log the same. */
@Singleton
class RulesAtStart {
    private static final Logger LOG = Logger.getLogger(RulesAtStart.class);

    private final Config config;

    RulesAtStart(Config config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        LOG.infof("Consent rules %s", RulesInUse.read(config).fingerprint());
    }

    @Produces
    @Singleton
    ConsentRules rules() {
        return RulesInUse.get();
    }
}
