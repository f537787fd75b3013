package dev.aisle.privacy.vault.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.vault.store.SubjectKeyRepository;
import dev.aisle.privacy.vault.store.TraitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Removes a subject's key and all that is sealed under it; copies elsewhere are unreadable from then on. */
@ApplicationScoped
public class ShredVault {
    private final SubjectKeyRepository keys;
    private final TraitRepository traits;

    ShredVault(SubjectKeyRepository keys, TraitRepository traits) {
        this.keys = keys;
        this.traits = traits;
    }

    /** Removes it in the caller's transaction; how many of what there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Long> shred(Pseudonym subject) {
        long fields = traits.removeAll(subject.value());
        return Map.of("vaultTraits", fields, "vaultKeys", keys.remove(subject.value()) ? 1L : 0L);
    }
}
