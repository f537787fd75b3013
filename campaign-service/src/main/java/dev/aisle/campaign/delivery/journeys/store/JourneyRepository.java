package dev.aisle.campaign.delivery.journeys.store;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Journey.State;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Journeys of people. All of it belongs into the caller's transaction, under the lock of the person whose journey is written. */
@Singleton
public class JourneyRepository {
    private static final String COLUMNS = "id, pseudonym, campaign_id, campaign_version, occasion, product_id,"
            + " consent_version, state, step, seen, due_at, entered_at";
    private static final String ADD = """
        insert into journey (pseudonym, campaign_id, campaign_version, occasion, product_id, consent_version, state, step,
            seen, due_at, entered_at, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """;
    private static final String STAND = """
        insert into journey (pseudonym, campaign_id, campaign_version, occasion, consent_version, state, step, seen, due_at,
            entered_at, changed_at)
        values (?, ?, 0, 'standing', ?, 'standing', 0, '', ?, ?, ?)
        on conflict (campaign_id, pseudonym, occasion) do update set state = 'standing', due_at = excluded.due_at
            where journey.due_at is null or (journey.due_at <> excluded.due_at and journey.due_at > excluded.entered_at)
        """;
    private static final String SAVE = """
        update journey set product_id = ?, state = ?, step = ?, seen = ?, due_at = ?, entered_at = ?, changed_at = ?,
            lease = null, leased_until = null
        where id = ?
        """;
    private static final String OF_PEOPLE =
            "select " + COLUMNS + " from journey where pseudonym = any(?) and state = 'waiting' order by id for update";
    private static final String OF_LEASE =
            "select " + COLUMNS + " from journey where id = any(?) and lease = ? order by id for update";

    private final AgroalDataSource database;

    JourneyRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Adds journeys that begin; one whose occasion was there before, or beside which the person is on the way already, is left out. */
    public void add(Collection<Journey> journeys, Instant now) {
        run(ADD, journeys, (add, journey) -> {
            add.setString(1, journey.pseudonym());
            add.setString(2, journey.campaign());
            add.setInt(3, journey.version());
            add.setString(4, journey.occasion());
            add.setString(5, journey.productId());
            add.setLong(6, journey.consentVersion());
            add.setString(7, journey.state().code());
            add.setInt(8, journey.step());
            add.setString(9, write(journey.seen()));
            set(add, 10, journey.dueAt());
            set(add, 11, journey.enteredAt());
            set(add, 12, now);
        });
    }

    /** Puts the next moment at which the clock begins a journey for somebody. One that has come already stays, and strikes. */
    public void stand(Collection<Standing> all, Instant now) {
        run(STAND, all, (stand, standing) -> {
            stand.setString(1, standing.pseudonym());
            stand.setString(2, standing.campaign());
            stand.setLong(3, standing.consentVersion());
            set(stand, 4, standing.dueAt());
            set(stand, 5, now);
            set(stand, 6, now);
        });
    }

    /** When the clock begins a campaign for somebody. */
    public record Standing(String pseudonym, String campaign, long consentVersion, Instant dueAt) {}

    /** Writes where journeys stand now, and lets go of them. */
    public void save(Collection<Journey> journeys, Instant now) {
        run(SAVE, journeys, (save, journey) -> {
            save.setString(1, journey.productId());
            save.setString(2, journey.state().code());
            save.setInt(3, journey.step());
            save.setString(4, write(journey.seen()));
            set(save, 5, journey.dueAt());
            set(save, 6, journey.enteredAt());
            set(save, 7, now);
            save.setLong(8, journey.id());
        });
    }

    /** Where these people are on the way, locked. */
    public List<Journey> waiting(Collection<String> pseudonyms) {
        return Sql.on(
                database,
                "Journeys could not be read",
                connection ->
                        Sql.query(connection, OF_PEOPLE, JourneyRepository::journey, texts(connection, pseudonyms)));
    }

    /** Those of the journeys that this lease still holds, locked. */
    public List<Journey> held(Collection<Long> ids, UUID lease) {
        return Sql.on(
                database,
                "Journeys could not be read",
                connection -> Sql.query(
                        connection,
                        OF_LEASE,
                        JourneyRepository::journey,
                        connection.createArrayOf("bigint", ids.toArray()),
                        lease));
    }

    /** Removes all of a person; how many there were. */
    public long remove(String pseudonym) {
        return Sql.on(
                database,
                "Journeys could not be removed",
                connection -> Sql.update(connection, "delete from journey where pseudonym = ?", pseudonym));
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private <T> void run(String sql, Collection<T> all, Binding<T> binding) {
        if (all.isEmpty()) {
            return;
        }
        Sql.on(database, "Journeys could not be written", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T one : all) {
                    binding.bind(statement, one);
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }

    private interface Binding<T> {
        void bind(PreparedStatement statement, T one) throws SQLException;
    }

    private static void set(PreparedStatement statement, int place, @Nullable Instant at) throws SQLException {
        statement.setTimestamp(place, at == null ? null : Timestamp.from(at));
    }

    private static String write(Set<Behaviour> seen) {
        return seen.stream().sorted().map(Behaviour::code).collect(Collectors.joining(" "));
    }

    private static Set<Behaviour> seen(String written) {
        Set<Behaviour> all = EnumSet.noneOf(Behaviour.class);
        Arrays.stream(written.split(" ", -1))
                .flatMap(code -> Behaviour.of(code).stream())
                .forEach(all::add);
        return all;
    }

    static Journey journey(ResultSet row) throws SQLException {
        return new Journey(
                row.getLong("id"),
                row.getString("pseudonym"),
                row.getString("campaign_id"),
                row.getInt("campaign_version"),
                row.getString("occasion"),
                row.getString("product_id"),
                row.getLong("consent_version"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("step"),
                seen(row.getString("seen")),
                Sql.instant(row, "due_at"),
                row.getTimestamp("entered_at").toInstant());
    }
}
