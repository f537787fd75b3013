package dev.aisle.recommender.interactions;

import static dev.aisle.platform.storage.Database.array;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.catalog.Price;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of interactions. */
@Singleton
public class InteractionRepository {
    private static final String INSERT = """
            insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization,
                                     for_training, consent_version, paid_minor, currency, country, device, domain)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HISTORY = """
            select product_id, type, occurred_at, domain, consent_version from interaction
            where pseudonym = ? and for_personalization and consent_version > ?
            order by occurred_at desc, id desc
            limit ?
            """;
    private static final String FOR_TRAINING = """
            select pseudonym, product_id, type, occurred_at, event_id, consent_version, country, device, domain from interaction
            where for_training
            order by pseudonym collate "C", occurred_at, id
            """;

    private static final String LATEST = """
            select pseudonym, product_id, type, occurred_at, event_id, consent_version, country, device, domain from interaction
            where for_training
            order by id desc
            limit ?
            """;

    private final Database database;

    InteractionRepository(Database database) {
        this.database = database;
    }

    /**
     * One row of what models may learn from.
     *
     * @param consentVersion under which the door let the event in
     * @param circumstances of it
     * @param domain that it was said to belong to; {@code null} when nobody said it
     */
    public record TrainingRow(
            String pseudonym,
            String productId,
            InteractionType type,
            long millis,
            String eventId,
            long consentVersion,
            Circumstances circumstances,
            @Nullable String domain) {}

    /**
     * A part of a history, with what decides whether it counts in a domain.
     *
     * @param domain that it was said to belong to; {@code null} when nobody said it
     * @param consentVersion under which the door let the event in
     */
    public record Held(PastInteraction past, @Nullable String domain, long consentVersion) {}

    /** Adds interactions. */
    public void insert(List<Interaction> interactions) {
        database.update(INSERT, statement -> {
            set(statement, 1, "text", interactions, Interaction::pseudonym);
            set(statement, 2, "text", interactions, Interaction::productId);
            set(
                    statement,
                    3,
                    "smallint",
                    interactions,
                    interaction -> interaction.type().code());
            set(
                    statement,
                    4,
                    "real",
                    interactions,
                    interaction -> interaction.type().weight());
            set(statement, 5, "timestamptz", interactions, interaction -> Timestamp.from(interaction.occurredAt()));
            set(statement, 6, "text", interactions, Interaction::eventId);
            set(statement, 7, "boolean", interactions, Interaction::forPersonalization);
            set(statement, 8, "boolean", interactions, Interaction::forTraining);
            set(statement, 9, "bigint", interactions, Interaction::consentVersion);
            set(statement, 10, "bigint", interactions, interaction -> paid(interaction, Price::minorUnits));
            set(statement, 11, "text", interactions, interaction -> paid(interaction, Price::currency));
            set(
                    statement,
                    12,
                    "text",
                    interactions,
                    interaction -> interaction.circumstances().country());
            set(
                    statement,
                    13,
                    "text",
                    interactions,
                    interaction -> interaction.circumstances().device());
            set(statement, 14, "text", interactions, Interaction::domain);
        });
    }

    private static @Nullable Object paid(Interaction interaction, Function<Price, Object> part) {
        Price paid = interaction.paid();
        return paid == null ? null : part.apply(paid);
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            List<Interaction> interactions,
            Function<Interaction, @Nullable Object> property)
            throws SQLException {
        statement.setArray(
                index,
                array(
                        statement,
                        type,
                        interactions.stream().<@Nullable Object>map(property).toList()));
    }

    /**
     * What the person did lately, the newest first; only what recommendations may use.
     *
     * @param fence the version of the consent that refused them last
     */
    public List<PastInteraction> historyOf(String pseudonym, long fence, int limit) {
        return heldOf(pseudonym, fence, limit).stream().map(Held::past).toList();
    }

    /** The same with the domain of each. */
    public List<Held> heldOf(String pseudonym, long fence, int limit) {
        return database.query(
                HISTORY,
                statement -> {
                    statement.setString(1, pseudonym);
                    statement.setLong(2, fence);
                    statement.setInt(3, limit);
                },
                row -> new Held(
                        new PastInteraction(
                                row.getString(1),
                                InteractionType.ofCode(row.getInt(2)),
                                row.getTimestamp(3).toInstant()),
                        row.getString(4),
                        row.getLong(5)));
    }

    /** Gives everything that was granted for training, person after person, each in the order of time. */
    public void forTraining(Consumer<TrainingRow> rows) {
        database.stream(FOR_TRAINING, statement -> {}, row -> rows.accept(trainingRow(row)));
    }

    /** Gives the latest interactions that were granted for training. */
    public void latest(int limit, Consumer<TrainingRow> rows) {
        database.stream(LATEST, statement -> statement.setInt(1, limit), row -> rows.accept(trainingRow(row)));
    }

    private static TrainingRow trainingRow(ResultSet row) throws SQLException {
        return new TrainingRow(
                row.getString("pseudonym"),
                row.getString("product_id"),
                InteractionType.ofCode(row.getInt("type")),
                row.getTimestamp("occurred_at").getTime(),
                row.getString("event_id"),
                row.getLong("consent_version"),
                new Circumstances(row.getString("country"), row.getString("device")),
                row.getString("domain"));
    }

    /** How many people did something from a moment on that was granted for training. */
    public int peopleSince(Instant moment) {
        return database.query(
                        "select count(distinct pseudonym) from interaction where for_training and occurred_at >= ?",
                        statement -> statement.setTimestamp(1, Timestamp.from(moment)),
                        row -> row.getInt(1))
                .getFirst();
    }

    /** How many interactions were granted for training. */
    public long countForTraining() {
        return database.query(
                        "select count(*) from interaction where for_training", statement -> {}, row -> row.getLong(1))
                .getFirst();
    }

    /** The number of the newest interaction; 0 when there is none. */
    public long newest() {
        return database.query("select coalesce(max(id), 0) from interaction", statement -> {}, row -> row.getLong(1))
                .getFirst();
    }
}
