package dev.aisle.privacy.rights.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.people.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Finds the pseudonym of somebody whom an officer names, and notes that, by what and why. The identifier itself is kept nowhere. */
@ApplicationScoped
class LookUpPerson {
    private final Subjects subjects;
    private final AuditLog audit;
    private final Actors actors;

    LookUpPerson(Subjects subjects, AuditLog audit, Actors actors) {
        this.subjects = subjects;
        this.audit = audit;
        this.actors = actors;
    }

    /**
     * The pseudonym that the person has now, whether anything is known of it or not.
     *
     * @param reason why the officer asks, in a few plain words
     */
    @Transactional
    public Pseudonym find(SubjectReference reference, String reason) {
        Pseudonym pseudonym = subjects.find(reference).pseudonym();
        audit.append(new AuditEntry(
                "person.looked-up",
                actors.current(),
                Map.of(AuditEntry.SUBJECT, pseudonym.value(), "by", kind(reference), "reason", reason)));
        return pseudonym;
    }

    private static String kind(SubjectReference reference) {
        return switch (reference) {
            case ByPseudonym _ -> "pseudonym";
            case ByIdentifier identifier -> identifier.type().wireName();
        };
    }
}
