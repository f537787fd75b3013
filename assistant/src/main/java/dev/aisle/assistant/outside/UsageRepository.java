package dev.aisle.assistant.outside;

import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** What the outside model was used for and cost, a row a day and model; nothing in it is of a person. */
@Singleton
public class UsageRepository {
    /** One statement, so that two who ask at once never go over the limit together. */
    private static final String RESERVE = """
            insert into assistant_outside_use as known (day, model, calls, cost_micros)
            select ?, ?, 1, ? where ? <= ?
            on conflict (day, model) do update set calls = known.calls + 1, cost_micros = known.cost_micros + excluded.cost_micros
            where known.cost_micros + excluded.cost_micros <= ?
            """;

    private static final String SETTLE = """
            update assistant_outside_use set cost_micros = cost_micros + ?, input_tokens = input_tokens + ?, output_tokens = output_tokens + ?,
                answered = answered + ?, failed = failed + ?, sentences = sentences + ?, dropped = dropped + ?
            where day = ? and model = ?
            """;

    private final Database database;

    UsageRepository(Database database) {
        this.database = database;
    }

    /**
     * What a call came to.
     *
     * @param costCorrection what it cost, less what was reserved
     */
    public record Settled(
            long costCorrection,
            long inputTokens,
            long outputTokens,
            boolean answered,
            boolean failed,
            int sentences,
            int dropped) {}

    /** Counts a call and takes what it may cost; false when the day's limit would be passed. */
    public boolean reserve(LocalDate day, String model, long costMicros, long limitMicros) {
        return database.update(RESERVE, statement -> {
                    statement.setObject(1, day);
                    statement.setString(2, model);
                    statement.setLong(3, costMicros);
                    statement.setLong(4, costMicros);
                    statement.setLong(5, limitMicros);
                    statement.setLong(6, limitMicros);
                })
                == 1;
    }

    /** Puts what it came to in the place of what was reserved. */
    public void settle(LocalDate day, String model, Settled settled) {
        database.update(SETTLE, statement -> {
            statement.setLong(1, settled.costCorrection());
            statement.setLong(2, settled.inputTokens());
            statement.setLong(3, settled.outputTokens());
            statement.setInt(4, settled.answered() ? 1 : 0);
            statement.setInt(5, settled.failed() ? 1 : 0);
            statement.setInt(6, settled.sentences());
            statement.setInt(7, settled.dropped());
            statement.setObject(8, day);
            statement.setString(9, model);
        });
    }

    /** The latest day first. */
    public List<DayOfUse> between(LocalDate from, LocalDate to) {
        return database.query(
                "select day, model, calls, answered, failed, sentences, dropped, input_tokens, output_tokens, cost_micros"
                        + " from assistant_outside_use where day between ? and ? order by day desc, model",
                statement -> {
                    statement.setObject(1, from);
                    statement.setObject(2, to);
                },
                row -> new DayOfUse(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10)));
    }
}
