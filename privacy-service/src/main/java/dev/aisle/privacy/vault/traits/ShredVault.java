package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.vault.disclosures.DisclosureRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Removes a subject's key and all that is sealed under it; copies elsewhere are unreadable from then on. What ad platforms were given
 * stays without the subject, so that they can be told to remove it.
 */
@ApplicationScoped
public class ShredVault {
    private final SubjectKeyRepository keys;
    private final TraitRepository traits;
    private final DisclosureRepository disclosures;

    ShredVault(SubjectKeyRepository keys, TraitRepository traits, DisclosureRepository disclosures) {
        this.keys = keys;
        this.traits = traits;
        this.disclosures = disclosures;
    }

    /** Removes it in the caller's transaction; how many of what there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Long> shred(Pseudonym subject) {
        long fields = traits.removeAll(subject.value());
        disclosures.forget(subject.value());
        return Map.of("vaultTraits", fields, "vaultKeys", keys.remove(subject.value()) ? 1L : 0L);
    }
}
