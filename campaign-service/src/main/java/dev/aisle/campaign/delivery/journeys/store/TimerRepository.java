package dev.aisle.campaign.delivery.journeys.store;

import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which journeys are due. Nobody looks at those that aren't: the index leads to the due ones of each campaign that runs, so that what a paused
 * one holds costs nothing. A process holds what it takes on by a lease; when it dies, the lease runs out and the journey is due again.
 */
@Singleton
public class TimerRepository {
    /** A probe of the index for each campaign; a plain exists may be planned as a look through the whole table. */
    static final String DUE_CAMPAIGNS = """
        select c.id from campaign c cross join lateral (
            select from journey j where j.campaign_id = c.id and j.due_at <= ?
                and (j.leased_until is null or j.leased_until <= ?)
            order by j.due_at limit 1) due
        where c.state = 'running'
        """;

    /** Holds some of one campaign, the longest due first. */
    static final String CLAIM = """
        with due as (
            select id from journey where campaign_id = ? and due_at <= ?
                and (leased_until is null or leased_until <= ?)
            order by due_at limit ? for update skip locked)
        update journey set lease = ?, leased_until = ? from due where journey.id = due.id
        returning journey.id, pseudonym, campaign_id, campaign_version, occasion, product_id, consent_version, state, step,
            seen, due_at, entered_at
        """;

    private static final String PUT_OFF =
            "update journey set due_at = ?, lease = null, leased_until = null where id = ? and lease = ?";
    /** What only stood on a schedule was on no way, so that nothing is noted of it. */
    private static final String RETIRE = """
        with over as (
            select j.id from campaign c cross join lateral (
                select id from journey where campaign_id = c.id and due_at is not null
                limit ? for update skip locked) j
            where c.state = 'ended' limit ?),
        ended as (
            update journey set state = 'cancelled', due_at = null, lease = null, leased_until = null, product_id = null,
                changed_at = ?
            from over where journey.id = over.id
            returning journey.id, pseudonym, campaign_id, campaign_version, step, occasion),
        noted as (
            insert into journey_firing (journey_id, pseudonym, campaign_id, campaign_version, step, outcome, rule, at)
            select id, pseudonym, campaign_id, campaign_version, step, 'cancelled', 'campaign-ended', ? from ended
            where occasion <> 'standing')
        select count(*) from ended
        """;

    private final DataSource database;

    TimerRepository(DataSource database) {
        this.database = database;
    }

    /** Running campaigns for which something is due. */
    public List<String> dueCampaigns(Instant now) {
        return Sql.on(
                database,
                "Timers could not be read",
                connection -> Sql.query(connection, DUE_CAMPAIGNS, row -> row.getString(1), now, now));
    }

    /** Holds journeys of a campaign that are due. */
    public List<Journey> claim(String campaign, Instant now, int most, UUID lease, Instant until) {
        return Sql.on(
                database,
                "Timers could not be claimed",
                connection -> Sql.query(
                        connection, CLAIM, JourneyRepository::journey, campaign, now, now, most, lease, until));
    }

    /** Comes back to one later, so that others of its campaign go first. */
    public void putOff(Journey journey, UUID lease, Instant until) {
        Sql.on(
                database,
                "A timer could not be put off",
                connection -> Sql.update(connection, PUT_OFF, until, journey.id(), lease));
    }

    /** Cancels journeys of campaigns that have ended; how many. */
    public long retire(int most, Instant now) {
        return Sql.on(
                database,
                "Timers could not be cancelled",
                connection -> Sql.query(connection, RETIRE, row -> row.getLong(1), most, most, now, now)
                        .getFirst());
    }
}
