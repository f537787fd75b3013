package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.shared.calls.IdempotentAnswers;
import io.quarkus.arc.All;
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
    private final LegalHoldRepository holds;
    private final List<PersonMove> moves;
    private final IdempotentAnswers answers;
    private final Successors successors;

    RekeySubject(
            HoldPeople people,
            ErasedSubjectRepository erased,
            KnownPseudonyms known,
            LegalHoldRepository holds,
            @All List<PersonMove> moves,
            IdempotentAnswers answers,
            Successors successors) {
        this.people = people;
        this.erased = erased;
        this.known = known;
        this.holds = holds;
        this.moves = moves;
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
        holds.move(old.value(), now.value());
        moves.forEach(one -> one.move(old, now));
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
            moves.forEach(one -> one.note(old, now));
            successors.put(new Succession(old.value(), now.value()));
        }
        return true;
    }

    /** Holds all whom some moves concern, before the first of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Map<Pseudonym, Pseudonym> together) {
        people.hold(together.entrySet().stream()
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
