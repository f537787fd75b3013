package dev.aisle.platform.person;

import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Puts everything of a person under the pseudonym of the newer key. Done again, there is nothing left to move. */
@ApplicationScoped
public class RekeyPerson {
    private final Successors successors;
    private final PersonRows rows;
    private final List<PersonHook> hooks;

    RekeyPerson(Successors successors, PersonRows rows, @All List<PersonHook> hooks) {
        this.successors = successors;
        this.rows = rows;
        this.hooks = List.copyOf(hooks);
    }

    /** Moves it; what is there under the newer one already stays with it. */
    @Transactional
    public void move(Succession succession) {
        successors.put(succession);
        move(succession.pseudonym(), succession.successor());
    }

    /** Moves at the end of a transaction what it has written late for pseudonyms of older keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Collection<String> written) {
        successors.among(written).forEach(this::move);
    }

    private void move(String pseudonym, String successor) {
        hooks.forEach(hook -> hook.move(pseudonym, successor));
        rows.leave(pseudonym);
    }

    /** Forgets where an old pseudonym led to: its key is retired, and nothing comes under it any more. */
    @Transactional
    public void retire(String pseudonym) {
        successors.forget(pseudonym);
    }
}
