package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.platform.consent.RefusedPeople;
import dev.aisle.platform.erasure.ErasureMarks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of a service that no purpose has held for the term. Each table is judged by what its own holding says it is kept for: a yes to what
 * another table is kept for keeps nothing here, and a new yes doesn't keep what came before a refusal of all.
 */
final class UnheldRows {
    private static final int FETCH = 10_000;

    private final List<HeldTable> tables;
    private final WithdrawnRows withdrawn;
    private final List<PersonHook> hooks;
    private final Set<String> packed;

    UnheldRows(List<DataMap.Place> places, WithdrawnRows withdrawn, List<PersonHook> hooks) {
        this.withdrawn = withdrawn;
        this.tables =
                places.stream().map(HeldTable::of).flatMap(Optional::stream).toList();
        this.hooks = hooks;
        this.packed = hooks.stream().flatMap(hook -> hook.packed().stream()).collect(Collectors.toSet());
    }

    /** Those who have such rows, or may have them where only the service itself can look. */
    Set<String> people(Connection connection, RefusedPeople refused, Instant now) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (HeldTable table : tables) {
            collect(connection, table, refused, now, found);
        }
        return found;
    }

    private void collect(Connection connection, HeldTable table, RefusedPeople refused, Instant now, Set<String> found)
            throws SQLException {
        String version = table.versionBy().isEmpty() ? "0" : table.versionBy();
        boolean hasVersions = !table.versionBy().isEmpty() || packed.contains(table.table());
        try (PreparedStatement select = connection.prepareStatement("select pseudonym, min(" + version + ") from "
                + table.table() + " where pseudonym is not null" + table.condition() + " group by pseudonym")) {
            if (table.alsoNecessary()) {
                select.setTimestamp(1, Timestamp.from(refused.kept(now)));
            }
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String pseudonym = rows.getString(1);
                    boolean useless = hasVersions && rows.getLong(2) <= table.uselessUpTo(pseudonym, refused, now);
                    if (!ErasureMarks.isMark(pseudonym) && (useless || table.isUnheld(pseudonym, refused, now))) {
                        found.add(pseudonym);
                    }
                }
            }
        }
    }

    /** Removes those of a person, and out of what others hold what a purpose held that hasn't for the term; how many rows of each table. */
    Map<String, Long> remove(Connection connection, String pseudonym, RefusedPeople refused, Instant now)
            throws SQLException {
        Map<String, Long> removed = new TreeMap<>();
        Set<HeldTable> unheld = tables.stream()
                .filter(table -> table.isUnheld(pseudonym, refused, now))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> whole = unheld.stream()
                .filter(table -> !table.alsoNecessary())
                .map(HeldTable::table)
                .collect(Collectors.toSet());
        if (!whole.isEmpty()) {
            Going going = new Going(pseudonym, Going.Why.TERM, whole);
            hooks.forEach(hook -> removed.putAll(hook.going(going)));
        }
        for (HeldTable table : tables) {
            long rows = unheld.contains(table)
                    ? delete(connection, table, pseudonym, refused.kept(now))
                    : deleteUseless(connection, table, pseudonym, table.uselessUpTo(pseudonym, refused, now));
            removed.merge(table.table(), rows, Long::sum);
        }
        long emptied =
                withdrawn.empty(connection, pseudonym, purpose -> refused.isOver(pseudonym, Set.of(purpose), now));
        removed.put("emptied", emptied);
        return removed;
    }

    private static long delete(Connection connection, HeldTable table, String pseudonym, Instant before)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from " + table.table() + " where pseudonym = ?" + table.condition())) {
            delete.setString(1, pseudonym);
            if (table.alsoNecessary()) {
                delete.setTimestamp(2, Timestamp.from(before));
            }
            return delete.executeUpdate();
        }
    }

    private long deleteUseless(Connection connection, HeldTable table, String pseudonym, long version)
            throws SQLException {
        if (version < 0) {
            return 0;
        }
        if (packed.contains(table.table())) {
            return hooks.stream()
                    .mapToLong(hook -> hook.unpack(pseudonym, table.table(), version))
                    .sum();
        }
        if (table.versionBy().isEmpty()) {
            return 0;
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from " + table.table() + " where pseudonym = ? and " + table.versionBy() + " <= ?")) {
            delete.setString(1, pseudonym);
            delete.setLong(2, version);
            return delete.executeUpdate();
        }
    }
}
