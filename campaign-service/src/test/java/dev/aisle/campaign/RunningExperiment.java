package dev.aisle.campaign;

import java.util.List;

/** An experiment that has been running for days, as rows: through the API it could only begin now. */
final class RunningExperiment {
    private RunningExperiment() {}

    /** The statements that write so many people of an arm, of whom the first ones ordered. */
    static List<String> people(String id, String variation, int number, int ordered) {
        return List.of("""
                insert into experiment_exposure
                select '%1$s', 1, '%1$s%2$s' || n, '%1$s%2$s' || n, '%2$s', 0.5, now() - make_interval(days => 1 + n %% 5)
                from generate_series(1, %3$d) n""".formatted(id, variation, number), """
                insert into metric_fact
                select '%1$s%2$s' || n || m, m, '%1$s%2$s' || n, '', case when m = 'PURCHASE/count' then 1 else 10 + n %% 7 end,
                    now() - interval '1 hour'
                from generate_series(1, %3$d) n, unnest(array['PURCHASE/count', 'PURCHASE/revenue/EUR']) m""".formatted(id, variation, ordered));
    }

    /** The statements that write it. */
    static List<String> rows(String id, int days) {
        String definition = """
            {"name": "Shipping in the cart", "hypothesis": "More order.", "flag": "%s", "unit": "person",
             "variations": [{"key": "old", "name": "Old", "weight": 0.5, "value": 1}, {"key": "new", "name": "New", "weight": 0.5, "value": 2}],
             "metrics": [{"metric": "conversion", "role": "goal"}, {"metric": "revenue-per-person", "role": "secondary"},
                         {"metric": "order-value", "role": "secondary"}, {"metric": "big-baskets", "role": "secondary"},
                         {"metric": "refunds", "role": "guardrail", "margin": 0.1}],
             "decision": {"method": "sequential", "alpha": 0.05, "minimumEffect": 0.2, "power": 0.8, "looks": 5}}""".formatted(id);
        return List.of(
                "insert into experiment values ('" + id + "', 'running', 1, '" + definition + "', now())",
                "insert into experiment_phase values ('" + id + "', 1, '" + definition + "', 'seed', now() - interval '"
                        + days + " days')");
    }
}
