package dev.aisle.campaign.metrics.store;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.campaign.metrics.domain.ArmTotals;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sums of experiments: what was folded, and what was added since. */
@Singleton
public class SumRepository {
    static final String SUMS = "n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc";
    private static final int AT_ONCE = 20_000;

    private static final String TOTALS =
            "select variation, metric, " + SUMS + " from experiment_total where experiment_id = ? and phase = ?";
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

    /** The arms of a phase that have units, by variation. */
    public Map<String, ArmTotals> totals(Connection connection, String experiment, int phase) throws SQLException {
        Map<String, Map<String, ArmSums>> sums = new HashMap<>();
        Map<String, long[]> units = new HashMap<>();
        Sql.query(
                connection,
                TOTALS,
                row -> {
                    String variation = row.getString("variation");
                    String metric = row.getString("metric");
                    if (metric.equals(ArmTotals.EXPOSED) || metric.equals(ArmTotals.MIXED)) {
                        units.computeIfAbsent(variation, _ -> new long[2])[metric.equals(ArmTotals.EXPOSED) ? 0 : 1] =
                                row.getLong("n");
                    } else {
                        sums.computeIfAbsent(variation, _ -> new HashMap<>()).put(metric, sums(row));
                    }
                    return true;
                },
                experiment,
                phase);
        Map<String, ArmTotals> arms = new HashMap<>();
        units.forEach((variation, counted) -> {
            Map<String, ArmSums> ofUnits = new HashMap<>();
            sums.getOrDefault(variation, Map.of()).forEach((metric, one) -> ofUnits.put(metric, one.over(counted[0])));
            arms.put(variation, new ArmTotals(variation, counted[0], counted[1], ofUnits));
        });
        return arms;
    }

    /** The sums of a row that names them as {@link ArmSums} does. */
    public static ArmSums sums(ResultSet row) throws SQLException {
        return new ArmSums(
                row.getLong("n"),
                row.getDouble("x"),
                row.getDouble("y"),
                row.getDouble("b"),
                row.getDouble("c"),
                row.getDouble("xx"),
                row.getDouble("yy"),
                row.getDouble("bb"),
                row.getDouble("cc"),
                row.getDouble("xy"),
                row.getDouble("xb"),
                row.getDouble("xc"),
                row.getDouble("yb"),
                row.getDouble("yc"),
                row.getDouble("bc"));
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
