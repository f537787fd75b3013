package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Which pseudonym somebody has now. Of a person who was erased and comes back, the first that was not erased under any key; of a person
 * who is known under an older key only, that one, until whoever holds the person changes it.
 */
@ApplicationScoped
public class Subjects {
    private static final String FINGERPRINT_SCOPE = "idempotency";

    private final PseudonymRing ring;
    private final ErasedSubjectRepository erased;
    private final KnownPseudonyms known;
    private final Successors successors;

    Subjects(PseudonymRing ring, ErasedSubjectRepository erased, KnownPseudonyms known, Successors successors) {
        this.ring = ring;
        this.erased = erased;
        this.known = known;
        this.successors = successors;
    }

    /** A subject's pseudonym, and how often the person was erased as far as the reference tells. */
    public record Found(Pseudonym pseudonym, int epoch) {}

    /** The subject as it is now. A pseudonym is taken as it stands, erased or not, unless the person has a newer one. */
    public Found find(SubjectReference reference) {
        return switch (reference) {
            case ByPseudonym byPseudonym -> new Found(standing(byPseudonym.pseudonym()), 0);
            case ByIdentifier identifier -> firstNotErased(identifier);
        };
    }

    /**
     * Whether a reference is an address under which nothing was ever kept. The vault has addresses sealed, each under its customer's key, so the
     * customer who has this one can't be found by it.
     */
    public boolean isAddressOfNobody(SubjectReference reference) {
        if (!(reference instanceof ByIdentifier identifier) || !identifier.isAddress()) {
            return false;
        }
        Found found = find(reference);
        return found.epoch() == 0 && known.among(List.of(found.pseudonym())).isEmpty();
    }

    /** The newer key's pseudonym of somebody who was given by an older one. */
    private Pseudonym standing(Pseudonym pseudonym) {
        return ring.isOld(pseudonym) ? new Pseudonym(successors.standing(pseudonym.value())) : pseudonym;
    }

    private Found firstNotErased(ByIdentifier identifier) {
        int epoch = 0;
        while (true) {
            List<Pseudonym> candidates = ring.inEpoch(epoch, identifier.type(), identifier.value());
            if (candidates.stream().noneMatch(this::isErased)) {
                return new Found(inUse(candidates), epoch);
            }
            epoch++;
        }
    }

    private Pseudonym inUse(List<Pseudonym> candidates) {
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        Set<String> among = known.among(candidates);
        return candidates.stream()
                .filter(candidate -> among.contains(candidate.value()))
                .findFirst()
                .orElse(candidates.getFirst());
    }

    private boolean isErased(Pseudonym pseudonym) {
        return erased.tombstoneOf(pseudonym.value()).isPresent();
    }

    /** The pseudonym that an identifier had in an epoch; of an erased one, the one that was erased. */
    public Pseudonym inEpoch(ByIdentifier identifier, int epoch) {
        List<Pseudonym> candidates = ring.inEpoch(epoch, identifier.type(), identifier.value());
        return candidates.stream().filter(this::isErased).findFirst().orElse(candidates.getFirst());
    }

    /** The same text for the same reference, in all epochs; nobody can tell the person or the pseudonym by it. */
    public String fingerprint(SubjectReference reference) {
        return switch (reference) {
            case ByPseudonym byPseudonym -> byPseudonym.pseudonym().value();
            case ByIdentifier identifier ->
                ring.oldest()
                        .of(FINGERPRINT_SCOPE, identifier.type(), identifier.value())
                        .value();
        };
    }
}
