package dev.aisle.privacy.audit.log;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.audit.Staff;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Puts into the log what staff reads of a person, before the answer is given: no entry, no answer. Gateways and services are machines, and nothing is
 * recorded of what they read.
 */
@ApplicationScoped
public class StaffReads {
    /** What somebody allowed or refused was read. */
    private static final String CONSENT = "consent.read";
    /** What is kept of somebody was read. */
    private static final String PERSON = "person.read";

    private final SecurityIdentity caller;
    private final AuditLog audit;
    private final Actors actors;

    StaffReads(SecurityIdentity caller, AuditLog audit, Actors actors) {
        this.caller = caller;
        this.audit = audit;
        this.actors = actors;
    }

    /** Notes that what somebody said is read. */
    @Transactional
    public void ofConsent(Pseudonym pseudonym, String what) {
        note(CONSENT, List.of(pseudonym), what);
    }

    /** Notes the same of several. */
    @Transactional
    public void ofConsents(Collection<Pseudonym> pseudonyms, String what) {
        note(CONSENT, pseudonyms, what);
    }

    /** Notes that what is kept of somebody is read. */
    @Transactional
    public void ofPerson(Pseudonym pseudonym, String what) {
        note(PERSON, List.of(pseudonym), what);
    }

    private void note(String event, Collection<Pseudonym> pseudonyms, String what) {
        if (!Arc.container().requestContext().isActive() || !Staff.is(caller)) {
            return;
        }
        List<String> subjects =
                pseudonyms.stream().map(Pseudonym::value).distinct().toList();
        audit.hold(subjects);
        subjects.forEach(one ->
                audit.append(new AuditEntry(event, actors.current(), Map.of(AuditEntry.SUBJECT, one, "what", what))));
    }
}
