package dev.aisle.campaign.placements.ads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Advertisers with what they have spent, and their ads. */
@Singleton
public class AdRepository {
    private static final String STANDINGS = "select definition, spent_minor, day, day_spent_minor from advertiser";
    private static final String ADS = "select a.definition, a.ended_at from advert a";
    /** One update, so that replicas wait for each other at the row and none of them spends what isn't there. */
    private static final String CHARGE = """
            update advertiser set spent_minor = spent_minor + ?, day = ?,
                day_spent_minor = case when day = ? then day_spent_minor else 0 end + ?
            where id = ? and (day is null or day <= ?) and spent_minor + ? <= budget_minor
                and (daily_minor is null or case when day = ? then day_spent_minor else 0 end + ? <= daily_minor)
            """;

    private final ObjectMapper json;

    public AdRepository(ObjectMapper json) {
        this.json = json;
    }

    /** An advertiser, and what was spent altogether and on the last day with a click. */
    public record Standing(
            Advertiser advertiser, long spent, @Nullable LocalDate day, long daySpent) {
        /** What was spent on that day. */
        public long spentOn(LocalDate asked) {
            return asked.equals(day) ? daySpent : 0;
        }
    }

    /** An ad, and when it was ended. */
    public record StoredAd(Advert advert, @Nullable Instant endedAt) {}

    /** Adds one; false when there is one with that id. */
    public boolean add(Connection connection, Advertiser advertiser, Instant at) throws SQLException {
        String insert = """
                insert into advertiser (id, definition, budget_minor, daily_minor, made_at) values (?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """;
        return Sql.update(
                        connection,
                        insert,
                        advertiser.id(),
                        write(advertiser),
                        advertiser.budget(),
                        advertiser.dailyBudget(),
                        at)
                == 1;
    }

    /** All advertisers, by id. */
    public List<Standing> advertisers(Connection connection) throws SQLException {
        return Sql.query(connection, STANDINGS + " order by id", this::standing);
    }

    /** One of them. */
    public Optional<Standing> advertiser(Connection connection, String id) throws SQLException {
        return Sql.query(connection, STANDINGS + " where id = ?", this::standing, id).stream()
                .findFirst();
    }

    /** Adds an ad; false when there is one with that id. */
    public boolean add(Connection connection, Advert advert, Instant at) throws SQLException {
        String insert = """
                insert into advert (id, advertiser_id, definition, made_at) values (?, ?, ?, ?)
                on conflict (id) do nothing
                """;
        return Sql.update(connection, insert, advert.id(), advert.advertiser(), write(advert), at) == 1;
    }

    /** All ads, by id. */
    public List<StoredAd> ads(Connection connection) throws SQLException {
        return Sql.query(connection, ADS + " order by a.id", this::ad);
    }

    /** One of them. */
    public Optional<StoredAd> ad(Connection connection, String id) throws SQLException {
        return Sql.query(connection, ADS + " where a.id = ?", this::ad, id).stream()
                .findFirst();
    }

    /** Those that run. */
    public List<StoredAd> running(Connection connection) throws SQLException {
        return Sql.query(connection, ADS + " where a.ended_at is null", this::ad);
    }

    /** Ends an ad. */
    public void end(Connection connection, String id, Instant at) throws SQLException {
        Sql.update(connection, "update advert set ended_at = ? where id = ? and ended_at is null", at, id);
    }

    /** Charges a click; false when the budget or the day's budget doesn't suffice, of which then nothing is taken. */
    public boolean charge(Connection connection, String advertiser, long price, LocalDate today) throws SQLException {
        Date day = Date.valueOf(today);
        return Sql.update(connection, CHARGE, price, day, day, price, advertiser, day, price, day, price) == 1;
    }

    private Standing standing(ResultSet row) throws SQLException {
        Date day = row.getDate("day");
        return new Standing(
                read(row.getString("definition"), Advertiser.class),
                row.getLong("spent_minor"),
                day == null ? null : day.toLocalDate(),
                row.getLong("day_spent_minor"));
    }

    private StoredAd ad(ResultSet row) throws SQLException {
        return new StoredAd(read(row.getString("definition"), Advert.class), Sql.instant(row, "ended_at"));
    }

    private String write(Object definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition is always JSON", e);
        }
    }

    private <T> T read(String definition, Class<T> type) {
        try {
            return json.readValue(definition, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is none of " + type.getSimpleName(), e);
        }
    }
}
