package dev.aisle.profile.segments.preview;

import dev.aisle.profile.segments.store.Statements;
import jakarta.enterprise.context.ApplicationScoped;

/** How many people are known. */
@ApplicationScoped
class PeopleCount {
    private final Statements statements;

    PeopleCount(Statements statements) {
        this.statements = statements;
    }

    /** All of them, whatever they allow. */
    public long known() {
        return statements
                .query("select count(*) from person", row -> row.getLong(1))
                .getFirst();
    }
}
