package dev.aisle.privacy.audit.log;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who does what is done now. */
@ApplicationScoped
public class Actors {
    private final SecurityIdentity identity;
    private final String service;

    Actors(SecurityIdentity identity, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.identity = identity;
        this.service = service;
    }

    /** The client or user of the request's token; outside of a request, this service. */
    public String current() {
        boolean request = Arc.container().requestContext().isActive();
        return request && !identity.isAnonymous()
                ? ActorName.of(identity.getPrincipal().getName())
                : service;
    }

    /** This service. */
    public String service() {
        return service;
    }
}
