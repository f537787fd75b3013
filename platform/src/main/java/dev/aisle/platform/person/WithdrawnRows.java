package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.OnWithdrawal;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes out of the rows of a service when a purpose is taken back, by what the contract says of each table. */
final class WithdrawnRows {
    private final List<Rule> rules;
    private final Set<Purpose> purposes;

    WithdrawnRows(List<DataMap.Place> tables) {
        // Whatever goes with another table's rows is told after it.
        rules = tables.reversed().stream()
                .flatMap(table -> rules(table.holding()))
                .toList();
        purposes = tables.stream()
                .flatMap(table -> table.holding().getOnWithdrawalList().stream())
                .filter(said -> said.getStaysBecause().isEmpty())
                .flatMap(said -> said.getPurposesList().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    /**
     * One table and purpose.
     *
     * @param set assignments that empty what the purpose held; empty: the rows go
     * @param versionBy the column that says under which version of the consent a row came; empty: all rows are meant while the purpose is refused
     */
    record Rule(String table, Purpose purpose, String set, String versionBy) {
        boolean isDue(Consent consent, Instant now) {
            return versionBy.isEmpty() ? !consent.allows(purpose, now) : fence(consent, now) >= 0;
        }

        boolean deletesAll() {
            return set.isEmpty() && versionBy.isEmpty();
        }

        /** The version under which and before which nothing that came may be used for the purpose. */
        private long fence(Consent consent, Instant now) {
            return consent.allows(purpose, now) ? consent.fence(purpose) : consent.version();
        }

        private void apply(Connection connection, String pseudonym, Consent consent, Instant now) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement(sql() + (versionBy.isEmpty() ? "" : " and " + versionBy + " <= ?"))) {
                statement.setString(1, pseudonym);
                if (!versionBy.isEmpty()) {
                    statement.setLong(2, fence(consent, now));
                }
                statement.executeUpdate();
            }
        }

        private String sql() {
            return set.isEmpty()
                    ? "delete from " + table + " where pseudonym = ?"
                    : "update " + table + " set " + set + " where pseudonym = ? and not (" + emptied() + ")";
        }

        /** Rows that are empty already aren't written again. */
        private String emptied() {
            return Stream.of(set.split(", ", -1))
                    .map(assignment -> assignment.replace(" = ", " is not distinct from "))
                    .collect(Collectors.joining(" and "));
        }
    }

    private static Stream<Rule> rules(Holding holding) {
        return holding.getOnWithdrawalList().stream()
                .filter(WithdrawnRows::isForTheRows)
                .flatMap(said -> said.getPurposesList().stream()
                        .map(purpose -> new Rule(holding.getTable(), purpose, said.getSet(), holding.getVersionBy())));
    }

    private static boolean isForTheRows(OnWithdrawal said) {
        return said.getStaysBecause().isEmpty() && said.getByFeature().isEmpty();
    }

    /** Those purposes for which something here goes and that a person refuses. */
    Set<Purpose> refused(Consent consent, Instant now) {
        return purposes.stream()
                .filter(purpose -> !consent.allows(purpose, now))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    List<Rule> due(Consent consent, Instant now) {
        return rules.stream().filter(rule -> rule.isDue(consent, now)).toList();
    }

    static void apply(Connection connection, List<Rule> due, String pseudonym, Consent consent, Instant now)
            throws SQLException {
        for (Rule rule : due) {
            rule.apply(connection, pseudonym, consent, now);
        }
    }

    /** Empties what purposes held that haven't held it for the term, in rows that others still hold; how many rows. */
    long empty(Connection connection, String pseudonym, Predicate<Purpose> over) throws SQLException {
        long rows = 0;
        for (Rule rule : rules) {
            if (!rule.set().isEmpty() && over.test(rule.purpose())) {
                try (PreparedStatement statement = connection.prepareStatement(rule.sql())) {
                    statement.setString(1, pseudonym);
                    rows += statement.executeUpdate();
                }
            }
        }
        return rows;
    }
}
