package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.people.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Shows what is kept of somebody, to that person through the storefront or to an officer who says why. */
@ApplicationScoped
public class ReadTraits {
    private final Subjects subjects;
    private final SealedTraits traits;
    private final VaultAudit audit;

    ReadTraits(Subjects subjects, SealedTraits traits, VaultAudit audit) {
        this.subjects = subjects;
        this.traits = traits;
        this.audit = audit;
    }

    /** What is kept; of an unknown and of an erased subject nothing. */
    @Transactional
    public Traits read(Pseudonym asked, String actor, String reason) {
        Pseudonym subject = subjects.find(new ByPseudonym(asked)).pseudonym();
        audit.record("vault.read", actor, Map.of("subject", subject.value(), "reason", reason));
        return traits.read(subject);
    }
}
