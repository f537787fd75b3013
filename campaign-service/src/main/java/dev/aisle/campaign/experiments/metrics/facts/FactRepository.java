package dev.aisle.campaign.experiments.metrics.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;

/** Table of the facts that events add to measures. Triggers of the table bring the values of experiments along. Works in the transaction of the caller. */
@Singleton
class FactRepository {
    private static final String PUT = """
            insert into metric_fact (message_id, measure, pseudonym, session_id, value, at)
            select message_id, measure, pseudonym, session_id, value, at from jsonb_to_recordset(cast(? as jsonb))
                as given (message_id text, measure text, pseudonym text, session_id text, value numeric, at timestamptz)
            on conflict do nothing
            """;
    private static final String FAILURE = "Facts of metrics could not be written";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    FactRepository(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Columns of a row, as the statement names them. */
    private record Row(
            String message_id, String measure, String pseudonym, String session_id, BigDecimal value, String at) {
        static Row of(Fact fact) {
            return new Row(
                    fact.event(),
                    fact.measure(),
                    fact.pseudonym(),
                    fact.session(),
                    fact.value(),
                    fact.at().toString());
        }
    }

    /** Keeps facts in one statement; those that are there already change nothing. */
    public void put(List<Fact> facts) {
        if (!facts.isEmpty()) {
            String rows = write(facts);
            Sql.on(dataSource, FAILURE, connection -> Sql.update(connection, PUT, rows));
        }
    }

    private String write(List<Fact> facts) {
        try {
            return json.writeValueAsString(facts.stream().map(Row::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows of texts and numbers are always JSON", e);
        }
    }
}
