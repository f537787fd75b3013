package dev.aisle.campaign.people.usecase;

import dev.aisle.campaign.people.store.MoveRepository;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.person.PersonRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Puts everything of a person under the pseudonym of the newer key. Done again, there is nothing left to move. */
@ApplicationScoped
public class MovePerson {
    private final Successors successors;
    private final MoveRepository moves;
    private final PersonRows rows;

    MovePerson(Successors successors, MoveRepository moves, PersonRows rows) {
        this.successors = successors;
        this.moves = moves;
        this.rows = rows;
    }

    /** Moves it; what is there under the newer one already stays with it. */
    @Transactional
    public void move(Succession succession) {
        successors.put(succession);
        moves.move(succession.pseudonym(), succession.successor());
        rows.leave(succession.pseudonym());
    }

    /** Forgets where an old pseudonym led to: its key is retired, and nothing comes under it any more. */
    @Transactional
    public void retire(String pseudonym) {
        successors.forget(pseudonym);
    }
}
