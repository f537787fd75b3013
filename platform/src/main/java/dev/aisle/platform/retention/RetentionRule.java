package dev.aisle.platform.retention;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import java.time.Period;
import java.util.List;
import java.util.Map;

/**
 * How long the rows of a table stay.
 *
 * @param agedBy the column that says how old a row is
 */
record RetentionRule(String table, String agedBy, Period period) {
    /**
     * The rules of a service.
     *
     * @param changed table → period, instead of the contract's
     * @throws IllegalArgumentException when one names a table whose rows don't age, or a period that isn't positive
     */
    static List<RetentionRule> of(String service, Map<String, Period> changed) {
        List<RetentionRule> rules = DataMap.tablesOf(service).stream()
                .map(DataMap.Place::holding)
                .filter(holding -> !holding.getRetention().isEmpty())
                .map(holding -> of(holding, changed))
                .toList();
        changed.keySet().stream()
                .filter(table -> rules.stream().noneMatch(rule -> rule.table().equals(table)))
                .findFirst()
                .ifPresent(table -> {
                    throw new IllegalArgumentException("aisle.retention.keep." + table + ": rows age in "
                            + rules.stream().map(RetentionRule::table).toList());
                });
        return rules;
    }

    private static RetentionRule of(Holding holding, Map<String, Period> changed) {
        Period period = changed.getOrDefault(holding.getTable(), Period.parse(holding.getRetention()));
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "aisle.retention.keep." + holding.getTable() + ": expected a period such as P6M");
        }
        return new RetentionRule(holding.getTable(), holding.getAgedBy(), period);
    }
}
