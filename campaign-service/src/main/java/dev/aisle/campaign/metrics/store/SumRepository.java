package dev.aisle.campaign.metrics.store;

import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sums of experiments: what was folded, and what was added since. */
@Singleton
public class SumRepository {
    static final String SUMS = "n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc";
    private static final int AT_ONCE = 20_000;

    /**
     * What waits was vacuumed while there was nothing; a plan from then, which connections keep, compares each row with each other one: 17 s for
     * 5,000 of 25,000. Without nested loops it hashes.
     */
    private static final String ALONE_AND_BY_HASH = """
            select pg_try_advisory_xact_lock(hashtext('experiment_delta')) as alone,
                set_config('enable_nestloop', 'off', true)
            """;

    private static final String FOLD =
            """
            with taken as (
                delete from experiment_delta where id in (select id from experiment_delta order by id limit ?) returning *)
            insert into experiment_sum (experiment_id, phase, variation, metric, %1$s)
            select experiment_id, phase, variation, metric, %2$s from taken group by experiment_id, phase, variation, metric
            on conflict (experiment_id, phase, variation, metric) do update set %3$s
            """.formatted(SUMS, each("sum(%1$s)"), each("%1$s = experiment_sum.%1$s + excluded.%1$s"));

    /** Something of each sum. */
    static String each(String format) {
        List<String> parts = new ArrayList<>();
        for (String sum : SUMS.replace(" ", "").split(",", -1)) {
            parts.add(String.format(format, sum));
        }
        return String.join(", ", parts);
    }

    /** Folds changes into the sums, unless another instance does; whether there may be more. */
    public boolean fold(Connection connection) throws SQLException {
        boolean alone = Sql.query(connection, ALONE_AND_BY_HASH, row -> row.getBoolean("alone"))
                .getFirst();
        if (!alone) {
            return false;
        }
        long taken = Sql.query(
                        connection,
                        "select count(*) as n from (select from experiment_delta limit ?) as waiting",
                        row -> row.getLong("n"),
                        AT_ONCE)
                .getFirst();
        return taken > 0 && Sql.update(connection, FOLD, AT_ONCE) > 0 && taken == AT_ONCE;
    }
}
