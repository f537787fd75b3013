package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.vault.traits.MoveVault;
import dev.aisle.privacy.vault.traits.Traits;
import dev.aisle.privacy.vault.traits.VaultField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds, among what the vault knows of a person, the identifier that makes the pseudonym, and makes the active key's of it. */
@ApplicationScoped
class IdentifiedSuccessor {
    private final PseudonymRing ring;
    private final ErasedSubjectRepository erased;
    private final MoveVault vault;

    IdentifiedSuccessor(PseudonymRing ring, ErasedSubjectRepository erased, MoveVault vault) {
        this.ring = ring;
        this.erased = erased;
        this.vault = vault;
    }

    /** The active key's pseudonym of the same identifier in the same epoch; empty when the vault has no such identifier. */
    Optional<Pseudonym> of(Pseudonym old) {
        Traits traits = vault.traitsOf(old);
        return Arrays.stream(VaultField.values())
                .flatMap(field -> field.identifier().stream()
                        .flatMap(type -> traits.of(field).stream().flatMap(text -> match(old, type, text).stream())))
                .findFirst();
    }

    private Optional<Pseudonym> match(Pseudonym old, IdentifierType type, String text) {
        for (int epoch = 0; ; epoch++) {
            List<Pseudonym> candidates = ring.inEpoch(epoch, type, text);
            if (candidates.contains(old)) {
                return Optional.of(candidates.getFirst());
            }
            if (candidates.stream()
                    .allMatch(candidate -> erased.tombstoneOf(candidate.value()).isEmpty())) {
                return Optional.empty();
            }
        }
    }
}
