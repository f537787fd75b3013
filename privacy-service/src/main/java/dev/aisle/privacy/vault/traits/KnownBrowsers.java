package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The anonymous ids that the shop has told of a person: they are made pseudonyms at once and go nowhere else. */
@ApplicationScoped
public class KnownBrowsers {
    private final SealedTraits traits;

    KnownBrowsers(SealedTraits traits) {
        this.traits = traits;
    }

    /** Those of a person, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> of(Pseudonym person) {
        return traits.read(person).of(VaultField.ANONYMOUS_IDS);
    }
}
