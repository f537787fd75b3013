package dev.aisle.campaign.experiments.flags.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.experiments.flags.domain.StoredFlag;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.campaign.shared.Transactions.Work;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Flags. Works in the transaction of the caller, if there is one. */
@Singleton
public class FlagRepository {
    private static final String FLAG = "select key, revision, definition, changed_at, changed_by from flag ";
    private static final String PUT = """
            insert into flag (key, revision, definition, changed_at, changed_by) values (?, ?, ?, ?, ?)
            on conflict (key) do update set revision = excluded.revision, definition = excluded.definition,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    FlagRepository(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Every flag, by key. */
    public List<StoredFlag> all() {
        return call(connection -> Sql.query(connection, FLAG + "order by key", this::flag));
    }

    /** One flag. */
    public Optional<StoredFlag> one(String key) {
        return call(connection -> Sql.query(connection, FLAG + "where key = ?", this::flag, key).stream()
                .findFirst());
    }

    /** Writes a flag. */
    public void put(StoredFlag flag) {
        call(connection -> Sql.update(
                connection,
                PUT,
                flag.key(),
                flag.revision(),
                write(flag.definition()),
                flag.changedAt(),
                flag.changedBy()));
    }

    /** Removes a flag; whether there was one. */
    public boolean remove(String key) {
        return call(connection -> Sql.update(connection, "delete from flag where key = ?", key)) == 1;
    }

    /** Makes a flag that answers this to everybody, unless it is there. */
    public void addIfMissing(String key, JsonNode value, String actor, Instant at) {
        if (one(key).isEmpty()) {
            ObjectNode definition = json.createObjectNode();
            definition.set("default", value);
            put(new StoredFlag(key, 1, definition, at, actor));
        }
    }

    /** Lets a flag answer this to everybody for whom no rule says otherwise. */
    public void setDefault(String key, JsonNode value, String actor, Instant at) {
        one(key).ifPresent(flag -> {
            ObjectNode definition = flag.definition().deepCopy();
            definition.set("default", value);
            put(new StoredFlag(key, flag.revision() + 1, definition, at, actor));
        });
    }

    private StoredFlag flag(ResultSet row) throws SQLException {
        return new StoredFlag(
                row.getString("key"),
                row.getLong("revision"),
                read(row.getString("definition")),
                Objects.requireNonNull(Sql.instant(row, "changed_at"), "changed_at"),
                row.getString("changed_by"));
    }

    private String write(JsonNode definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }

    private JsonNode read(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }

    private <T> T call(Work<T> work) {
        return Sql.on(dataSource, "Flags could not be read or written", work);
    }
}
