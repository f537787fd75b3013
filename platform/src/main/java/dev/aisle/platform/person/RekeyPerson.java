package dev.aisle.platform.person;

import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Puts everything of a person under the pseudonym of the newer key. Done again, there is nothing left to move. */
@ApplicationScoped
public class RekeyPerson {
    private final Successors successors;
    private final PersonRows rows;

    RekeyPerson(Successors successors, PersonRows rows) {
        this.successors = successors;
        this.rows = rows;
    }

    /** Moves it; what is there under the newer one already stays with it. */
    @Transactional
    public void move(Succession succession) {
        successors.put(succession);
        rows.move(succession.pseudonym(), succession.successor());
    }

    /** Moves at the end of a transaction what it has written late for pseudonyms of older keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Collection<String> written) {
        successors.among(written).forEach(rows::move);
    }

    /** Forgets where an old pseudonym led to: its key is retired, and nothing comes under it any more. */
    @Transactional
    public void retire(String pseudonym) {
        successors.forget(pseudonym);
    }
}
