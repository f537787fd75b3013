package dev.aisle.privacy.pseudonyms.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.consent.usecase.MoveConsent;
import dev.aisle.privacy.request.usecase.LegalHolds;
import dev.aisle.privacy.request.usecase.MoveRequests;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.IdempotentAnswers;
import dev.aisle.privacy.shared.store.KnownPseudonyms;
import dev.aisle.privacy.shared.usecase.HoldPeople;
import dev.aisle.privacy.vault.usecase.MoveVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Moves one person from the pseudonym of an older key to that of the active one: everything here, and word to the others. */
@ApplicationScoped
public class RekeySubject {
    private final HoldPeople people;
    private final ErasedSubjectRepository erased;
    private final KnownPseudonyms known;
    private final MoveConsent moveConsent;
    private final MoveVault moveVault;
    private final LegalHolds legalHolds;
    private final MoveRequests moveRequests;
    private final IdempotentAnswers answers;
    private final Successors successors;

    RekeySubject(
            HoldPeople people,
            ErasedSubjectRepository erased,
            KnownPseudonyms known,
            MoveConsent moveConsent,
            MoveVault moveVault,
            LegalHolds legalHolds,
            MoveRequests moveRequests,
            IdempotentAnswers answers,
            Successors successors) {
        this.people = people;
        this.erased = erased;
        this.known = known;
        this.moveConsent = moveConsent;
        this.moveVault = moveVault;
        this.legalHolds = legalHolds;
        this.moveRequests = moveRequests;
        this.answers = answers;
        this.successors = successors;
    }

    /** Moves the person, in the caller's transaction; false when there is nobody, or one who was erased under either. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean rekey(Pseudonym old, Pseudonym now) {
        people.hold(namesOf(old, now).toList());
        if (old.equals(now)
                || isErased(old)
                || isErased(now)
                || known.among(List.of(old)).isEmpty()) {
            return false;
        }
        // The state that the others get says whether a hold stands.
        legalHolds.move(old, now);
        moveConsent.move(old, now);
        // While the key is there under which their corrections wait.
        moveRequests.move(old, now);
        moveVault.move(old, now);
        answers.rename(old.value(), now.value());
        successors.put(new Succession(old.value(), now.value()));
        return true;
    }

    /**
     * Moves a person who moved before in the eyes of the others: the database that knew it went back. Of whom nothing is here the move alone is noted.
     *
     * @return false when it is known
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean follow(Pseudonym old, Pseudonym now) {
        people.holdAsTheyAre(namesOf(old, now).toList());
        if (isErased(old) || isErased(now) || !successors.standing(old.value()).equals(old.value())) {
            return false;
        }
        if (!rekey(old, now)) {
            moveConsent.noteMove(old, now);
            successors.put(new Succession(old.value(), now.value()));
        }
        return true;
    }

    /** Holds all whom some moves concern, before the first of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Map<Pseudonym, Pseudonym> moves) {
        people.hold(moves.entrySet().stream()
                .flatMap(move -> namesOf(move.getKey(), move.getValue()))
                .toList());
    }

    /** The log has an entry of each pseudonym that a person had before. */
    private Stream<String> namesOf(Pseudonym old, Pseudonym now) {
        return Stream.concat(Stream.of(old.value(), now.value()), successors.predecessorsOf(old.value()).stream());
    }

    private boolean isErased(Pseudonym pseudonym) {
        return erased.tombstoneOf(pseudonym.value()).isPresent();
    }
}
