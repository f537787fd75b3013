package dev.aisle.platform.domains;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads the packs in use when the service starts; one that can't be used ends the start. */
@Startup
@Singleton
public class LoadDomains {
    private static final Logger LOG = Logger.getLogger(LoadDomains.class);

    private final Domains domains;

    LoadDomains(DomainSettings settings) {
        this.domains =
                new PackFiles(settings.directory()).domains(settings.packs().orElse(List.of()), settings.usual());
        if (domains.several()) {
            LOG.infof("Domains: %s; usually %s", domains.known(), domains.usual());
        }
    }

    @Produces
    @Singleton
    Domains domains() {
        return domains;
    }
}
