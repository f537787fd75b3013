package dev.aisle.campaign.delivery.journeys.store;

import dev.aisle.algorithms.contact.ContactPolicy.Contact;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of each step that was due, and what somebody was sent before. Only added to. */
@Singleton
public class FiringRepository {
    private static final String ADD = """
        insert into journey_firing (journey_id, pseudonym, campaign_id, campaign_version, step, outcome, rule, message_id, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    /** Whatever was sent or still will be, by whichever part of this service. */
    private static final String CONTACTS = """
        select channel, campaign_id, queued_at as at from message
        where pseudonym = ? and queued_at > ? and state not in ('suppressed', 'expired', 'failed')
        """;

    private static final String PLACEMENTS = """
        select placement as channel, campaign_id, decided_at as at from decision
        where pseudonym = ? and campaign_id is not null and decided_at > ?
        """;
    /** Each journey counts once, however many messages it sends. */
    private static final String JOURNEYS = """
        select min(at) as at from journey_firing
        where pseudonym = ? and campaign_id = ? and outcome = 'sent' and journey_id <> ? and at > ?
        group by journey_id
        """;

    private static final String LAST = """
        select campaign_version, outcome, rule, message_id, at from journey_firing
        where pseudonym = ? and campaign_id = ? order by at desc limit ?
        """;

    private final AgroalDataSource database;

    FiringRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What became of a step.
     *
     * @param message that was queued; {@code null} when none was
     */
    public record Firing(
            int version,
            Outcome outcome,
            String rule,
            @Nullable String message,
            Instant at) {}

    /** The last firings of a campaign for somebody, the latest first. */
    public List<Firing> last(String campaign, String pseudonym, int most) {
        return Sql.on(
                database,
                "Firings could not be read",
                connection -> Sql.query(
                        connection,
                        LAST,
                        row -> new Firing(
                                row.getInt("campaign_version"),
                                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                                row.getString("rule"),
                                row.getString("message_id"),
                                row.getTimestamp("at").toInstant()),
                        pseudonym,
                        campaign,
                        most));
    }

    /** Notes what became of a step. */
    public void add(Journey journey, Outcome outcome, String rule, @Nullable String message, Instant at) {
        Sql.on(
                database,
                "A firing could not be noted",
                connection -> Sql.update(
                        connection,
                        ADD,
                        journey.id(),
                        journey.pseudonym(),
                        journey.campaign(),
                        journey.version(),
                        journey.step(),
                        outcome.code(),
                        rule,
                        message,
                        at));
    }

    /** Messages to somebody since a moment, of all campaigns. */
    public List<Contact> contacts(String pseudonym, Instant after) {
        return contacts(CONTACTS, pseudonym, after);
    }

    /** Placements that gave somebody a campaign since a moment. */
    public List<Contact> placements(String pseudonym, Instant after) {
        return contacts(PLACEMENTS, pseudonym, after);
    }

    private List<Contact> contacts(String sql, String pseudonym, Instant after) {
        return Sql.on(
                database,
                "Contacts could not be read",
                connection -> Sql.query(
                        connection,
                        sql,
                        row -> new Contact(
                                row.getString("channel"),
                                row.getString("campaign_id"),
                                row.getTimestamp("at").toInstant()),
                        pseudonym,
                        after));
    }

    /** When other journeys of somebody through the same campaign began to send. */
    public List<Instant> journeysBefore(Journey journey, Instant after) {
        return Sql.on(
                database,
                "Journeys could not be read",
                connection -> Sql.query(
                        connection,
                        JOURNEYS,
                        row -> row.getTimestamp("at").toInstant(),
                        journey.pseudonym(),
                        journey.campaign(),
                        journey.id(),
                        after));
    }
}
