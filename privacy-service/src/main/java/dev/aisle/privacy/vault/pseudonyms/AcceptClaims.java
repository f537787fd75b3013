package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.contracts.privacy.v1.PseudonymClaim;
import dev.aisle.privacy.shared.people.RekeySubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the door's word that two pseudonyms are of one identifier: this service doesn't see it and can't compute them. The topic is open to
 * the door only; and a claim is taken from an older key to the active one, never across.
 */
@ApplicationScoped
class AcceptClaims {
    private final PseudonymRing ring;
    private final RekeySubject rekeySubject;

    AcceptClaims(PseudonymRing ring, RekeySubject rekeySubject) {
        this.ring = ring;
        this.rekeySubject = rekeySubject;
    }

    /** What a claim lacks; {@code null} when it can be taken. */
    public @Nullable String violation(PseudonymClaim claim) {
        if (!Pseudonym.isPseudonym(claim.getOldPseudonym()) || !Pseudonym.isPseudonym(claim.getNewPseudonym())) {
            return "a claim names two pseudonyms";
        }
        Pseudonym old = new Pseudonym(claim.getOldPseudonym());
        if (!ring.isOld(old) || !ring.keyIds().contains(old.keyId())) {
            return "the old pseudonym is of no older key";
        }
        return ring.isOld(new Pseudonym(claim.getNewPseudonym())) ? "the new pseudonym isn't of the active key" : null;
    }

    /** Moves the person; again for the same one nothing happens. */
    @Transactional
    public boolean accept(PseudonymClaim claim) {
        return rekeySubject.rekey(new Pseudonym(claim.getOldPseudonym()), new Pseudonym(claim.getNewPseudonym()));
    }
}
