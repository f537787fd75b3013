package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.shared.people.PersonMove;
import dev.aisle.privacy.vault.disclosures.DisclosureRepository;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Carries what the vault keeps of a person to another pseudonym, under a new key: the old one and its place are part of the seal. */
@ApplicationScoped
@Priority(10)
public class MoveVault implements PersonMove {
    private final SealedTraits traits;
    private final DisclosureRepository disclosures;
    private final ShredVault shredVault;

    MoveVault(SealedTraits traits, DisclosureRepository disclosures, ShredVault shredVault) {
        this.traits = traits;
        this.disclosures = disclosures;
        this.shredVault = shredVault;
    }

    /** Moves it in the caller's transaction, which holds both. What is kept under the new one already stands. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Pseudonym old, Pseudonym now) {
        Traits kept = traits.read(old);
        if (!kept.values().isEmpty()) {
            Map<VaultField, List<String>> values = new EnumMap<>(VaultField.class);
            values.putAll(kept.values());
            values.keySet().removeAll(traits.read(now).values().keySet());
            traits.write(now, values);
        }
        disclosures.move(old.value(), now.value());
        shredVault.shred(old);
    }

    /** What is kept of a person, for whoever looks for the identifier behind a pseudonym. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Traits traitsOf(Pseudonym subject) {
        return traits.read(subject);
    }
}
