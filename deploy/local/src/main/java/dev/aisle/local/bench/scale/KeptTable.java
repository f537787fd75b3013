package dev.aisle.local.bench.scale;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * A table that grows with what happens, until the retention of the contract takes its rows away.
 *
 * @param rowsPerSecond on average over a day
 * @param bytes of a row with its indexes
 */
record KeptTable(String service, String table, double rowsPerSecond, double bytes) {
    private static final double SECONDS_A_DAY = 86_400;
    /** Over a day the busiest time is about three times the mean. */
    static final double PEAK = 3;

    /** The tables whose rows come with events, lists and decisions. */
    static List<KeptTable> of(Size size, Costs costs) {
        double events = size.eventsPerSecond() / PEAK;
        double lists = size.lists() / PEAK;
        double decisions = size.decisions() / PEAK;
        double shown = lists * costs.of("rows.list.shown") * costs.of("rows.list.items");
        double ledger = events * costs.of("rows.event.ledger");
        return List.of(
                new KeptTable("profile-service", "person_events", events, costs.of("row.person-event")),
                new KeptTable(
                        "recommender-service",
                        "interaction",
                        events * costs.of("rows.event.interaction"),
                        costs.of("row.interaction")),
                new KeptTable("recommender-service", "exposure", shown, costs.of("row.exposure")),
                new KeptTable("recommender-service", "served_list", lists, costs.of("row.served")),
                new KeptTable("recommender-service", "processed_event", ledger, costs.of("row.ledger")),
                new KeptTable(
                        "campaign-service", "metric_fact", events * costs.of("rows.event.fact"), costs.of("row.fact")),
                new KeptTable("campaign-service", "decision", decisions, costs.of("row.decision")),
                new KeptTable("campaign-service", "processed_event", ledger, costs.of("row.ledger")));
    }

    /** For how many days the contract lets a row stay. */
    double days() {
        Period kept = DataMap.tablesOf(service).stream()
                .map(DataMap.Place::holding)
                .filter(holding -> holding.getTable().equals(table))
                .map(Holding::getRetention)
                .map(Period::parse)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract knows no " + table + " of " + service));
        return LocalDate.EPOCH.plus(kept).toEpochDay();
    }

    /** Bytes of one copy, once the first rows go as the last ones come. */
    double kept() {
        return rowsPerSecond * SECONDS_A_DAY * days() * bytes;
    }
}
