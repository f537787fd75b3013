package dev.aisle.ingest.shared.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** One line in the log for each thing that an operator changed: who and what, never a secret and never a payload. */
@Singleton
public class AuditTrail {
    private static final Logger LOG = Logger.getLogger("dev.aisle.audit");

    private final SecurityIdentity identity;

    AuditTrail(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Notes what the caller of this request did.
     *
     * @param action in a few words: {@code write key revoked}
     * @param what it was done to, of the form that this service gave it
     */
    public void note(String action, String what) {
        LOG.infof("%s: %s, by %s", action, what, identity.getPrincipal().getName());
    }
}
