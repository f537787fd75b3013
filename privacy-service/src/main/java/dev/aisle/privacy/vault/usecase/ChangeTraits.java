package dev.aisle.privacy.vault.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.shared.domain.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.usecase.Subjects;
import dev.aisle.privacy.vault.domain.TraitChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps what a message to somebody needs. */
@ApplicationScoped
public class ChangeTraits {
    private final Subjects subjects;
    private final ErasedSubjectRepository erased;
    private final SealedTraits traits;
    private final VaultAudit audit;

    ChangeTraits(Subjects subjects, ErasedSubjectRepository erased, SealedTraits traits, VaultAudit audit) {
        this.subjects = subjects;
        this.erased = erased;
        this.traits = traits;
        this.audit = audit;
    }

    /** Changes what is kept of a subject; of an erased one nothing is, and the answer is the same. */
    @Transactional
    public void change(Pseudonym asked, TraitChange change, String actor) {
        Pseudonym subject = subjects.hold(new ByPseudonym(asked)).pseudonym();
        if (erased.tombstoneOf(subject.value()).isEmpty()) {
            traits.write(subject, change.values());
        }
        audit.record(
                "vault.changed",
                actor,
                Map.of("subject", subject.value(), "fields", String.join(",", change.fields())));
    }
}
