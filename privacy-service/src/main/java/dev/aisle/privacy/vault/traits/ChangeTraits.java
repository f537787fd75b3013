package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.HoldSubject;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps what a message to somebody needs. */
@ApplicationScoped
class ChangeTraits {
    private final HoldSubject holdSubject;
    private final ErasedSubjectRepository erased;
    private final SealedTraits traits;
    private final VaultAudit audit;

    ChangeTraits(HoldSubject holdSubject, ErasedSubjectRepository erased, SealedTraits traits, VaultAudit audit) {
        this.holdSubject = holdSubject;
        this.erased = erased;
        this.traits = traits;
        this.audit = audit;
    }

    /** Changes what is kept of a subject; of an erased one nothing is, and the answer is the same. */
    @Transactional
    public void change(Pseudonym asked, TraitChange change, String actor) {
        Pseudonym subject = holdSubject.hold(new ByPseudonym(asked)).pseudonym();
        if (erased.tombstoneOf(subject.value()).isEmpty()) {
            traits.write(subject, change.values());
        }
        audit.record(
                "vault.changed",
                actor,
                Map.of("subject", subject.value(), "fields", String.join(",", change.fields())));
    }
}
