package dev.aisle.recommender.interactions;

import static dev.aisle.platform.storage.Database.array;

import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pseudonyms that were erased here, by their marks. Whoever writes something of a person and whoever erases one exclude each other, so that
 * nothing is written after the erasure by a transaction that began before it.
 */
@Singleton
public class ErasedPeople {
    private static final long LOCK = 0x657261736564L;

    private final Database database;
    private final ErasureMarks marks;

    ErasedPeople(Database database, ErasureMarks marks) {
        this.database = database;
        this.marks = marks;
    }

    /** Those who were erased; nobody else is until the end of the transaction. */
    public Set<String> among(Collection<String> pseudonyms) {
        lock("select pg_advisory_xact_lock_shared(?)");
        Map<String, String> byMark = new HashMap<>();
        pseudonyms.forEach(person -> marks.allOf(person).forEach(mark -> byMark.put(mark, person)));
        return database
                .query(
                        "select pseudonym from erased_person where pseudonym = any(?)",
                        statement -> statement.setArray(1, array(statement, "text", byMark.keySet())),
                        row -> row.getString(1))
                .stream()
                .map(byMark::get)
                .collect(Collectors.toSet());
    }

    /** Marks a person as erased, once all who write have ended; its time is later than everything that they did. */
    public void add(String pseudonym) {
        lock("select pg_advisory_xact_lock(?)");
        database.update(
                "insert into erased_person (pseudonym, erased_at) values (?, clock_timestamp()) on conflict do nothing",
                statement -> statement.setString(1, marks.of(pseudonym)));
    }

    private void lock(String sql) {
        database.query(sql, statement -> statement.setLong(1, LOCK), row -> true);
    }
}
