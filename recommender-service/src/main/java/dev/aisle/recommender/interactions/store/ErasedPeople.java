package dev.aisle.recommender.interactions.store;

import static dev.aisle.recommender.shared.store.Database.array;

import dev.aisle.recommender.shared.store.Database;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Pseudonyms that were erased here. Whoever writes something of a person and whoever erases one exclude each other, so that
 * nothing is written after the erasure by a transaction that began before it.
 */
@Singleton
public class ErasedPeople {
    private static final long LOCK = 0x657261736564L;

    private final Database database;

    ErasedPeople(Database database) {
        this.database = database;
    }

    /** Those who were erased; nobody else is until the end of the transaction. */
    public Set<String> among(Collection<String> pseudonyms) {
        lock("select pg_advisory_xact_lock_shared(?)");
        return new HashSet<>(database.query(
                "select pseudonym from erased_person where pseudonym = any(?)",
                statement -> statement.setArray(1, array(statement, "text", pseudonyms)),
                row -> row.getString(1)));
    }

    /** Marks a person as erased, once all who write have ended. */
    public void add(String pseudonym) {
        lock("select pg_advisory_xact_lock(?)");
        database.update(
                "insert into erased_person (pseudonym) values (?) on conflict do nothing",
                statement -> statement.setString(1, pseudonym));
    }

    private void lock(String sql) {
        database.query(sql, statement -> statement.setLong(1, LOCK), row -> true);
    }
}
