package dev.aisle.campaign.results.reports;

import dev.aisle.campaign.results.effects.CountedArms.Outcome;
import dev.aisle.campaign.results.effects.CountedContacts;
import dev.aisle.campaign.results.effects.CountedContacts.Taking;
import dev.aisle.campaign.results.effects.CountedResponses;
import dev.aisle.campaign.results.effects.CountedResponses.Followed;
import dev.aisle.campaign.results.effects.OverTime.Moved;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact counts for reports, made from a row a person. So an erasure, a new key or a late event changes them at once, and no counter has to be found
 * again. Only the guard shows any of them.
 */
@Singleton
class ReportRepository {
    private static final String ARMS = """
            with outcome as (
                select p.variation,
                    (select count(*) from campaign_order o where o.pseudonym = p.pseudonym
                        and o.ordered_at > p.first_at and o.ordered_at <= p.first_at + make_interval(secs => ?)) as orders,
                    (select coalesce(sum(o.revenue_minor), 0) from campaign_order o where o.pseudonym = p.pseudonym
                        and o.currency = ? and o.ordered_at > p.first_at
                        and o.ordered_at <= p.first_at + make_interval(secs => ?))::bigint as revenue,
                    (select coalesce(sign(sum(case when f.word = 'useful' or f.stars >= 4 then 1
                            when f.word in ('not_for_me', 'too_often') or f.stars <= 2 then -1 else 0 end)), 0)
                        from campaign_feedback f where f.pseudonym = p.pseudonym
                        and f.said_at > p.first_at and f.said_at <= p.first_at + make_interval(secs => ?))::int as content
                from campaign_person p where p.campaign_id = ? and p.campaign_version = ?)
            select variation, orders > 0 as ordered, revenue, content, count(*) as people
            from outcome group by variation, orders > 0, revenue, content
            """;
    private static final String CURRENCY = """
            select currency from campaign_order o join campaign_person p using (pseudonym)
            where p.campaign_id = ? and p.campaign_version = ? and currency <> ''
            group by currency order by count(*) desc, currency limit 1
            """;
    /** People by what they were given and did, so that each can be clipped. */
    private static final String CONTACTS = """
            with person as (
                select bool_or(m.id is null or m.state = 'delivered') as reached, count(*) as contacts,
                    count(c.opened_at) as opened, count(c.clicked_at) as clicked
                from campaign_contact c left join message m on m.id = c.id
                where c.campaign_id = ? and c.campaign_version = ? group by c.pseudonym)
            select reached, contacts, opened, clicked, count(*) as people from person group by reached, contacts, opened, clicked
            """;

    private static final String NTH = """
            with numbered as (
                select pseudonym, clicked_at, row_number() over (partition by pseudonym order by at, id) as number
                from campaign_contact where campaign_id = ? and campaign_version = ?)
            select least(number, ?)::int as number, count(distinct pseudonym) as people,
                count(distinct pseudonym) filter (where clicked_at is not null) as clicked
            from numbered group by 1
            """;
    private static final String SAID = """
            select word, count(distinct pseudonym) as people from campaign_feedback
            where campaign_id = ? and (campaign_version = ? or campaign_version is null) group by word
            """;
    private static final String STARS = """
            with person as (
                select round(avg(stars))::bigint as stars from campaign_feedback
                where campaign_id = ? and (campaign_version = ? or campaign_version is null) and stars is not null group by pseudonym)
            select stars as number, count(*) as people from person group by stars
            """;
    private static final String DELIVERY = """
            with person as (
                select state as what, count(*) as number from message
                where campaign_id = ? and campaign_version = ? group by state, pseudonym)
            select what, number, count(*) as people from person group by what, number
            """;
    /** What never went costs nothing. */
    private static final String SENT = """
            with person as (
                select c.way as what, count(*) as number from campaign_contact c join message m on m.id = c.id
                where c.campaign_id = ? and c.campaign_version = ? and m.state in ('delivered', 'handed_over', 'in_doubt', 'bounced')
                group by c.way, c.pseudonym)
            select what, number, count(*) as people from person group by what, number
            """;

    /** Each person on the day when it was assigned, and again on that of its first order that counts. */
    private static final String MOVED = """
            with person as (
                select p.holdout, p.first_at,
                    (select min(o.ordered_at) from campaign_order o where o.pseudonym = p.pseudonym
                        and o.ordered_at > p.first_at and o.ordered_at <= p.first_at + make_interval(secs => ?)) as ordered_at
                from campaign_person p where p.campaign_id = ? and p.campaign_version = ?)
            select day, holdout, sum(people)::bigint as people, sum(converted)::bigint as converted from (
                select (first_at at time zone 'UTC')::date as day, holdout, 1 as people, 0 as converted from person
                union all
                select (ordered_at at time zone 'UTC')::date, holdout, 0, 1 from person where ordered_at is not null) moved
            group by day, holdout order by day, holdout
            """;

    /** The currency in which most orders of a version's people were paid; empty when there is none. */
    public Optional<String> currency(Connection connection, String campaign, int version) throws SQLException {
        return Sql.query(connection, CURRENCY, row -> row.getString("currency"), campaign, version).stream()
                .findFirst();
    }

    /** What the people of a version did within a time after they were assigned, those alike together. */
    public List<Outcome> outcomes(Connection connection, String campaign, int version, Duration within, String currency)
            throws SQLException {
        double seconds = within.toSeconds();
        return Sql.query(
                connection,
                ARMS,
                row -> new Outcome(
                        row.getString("variation"),
                        row.getBoolean("ordered"),
                        row.getLong("revenue"),
                        row.getInt("content"),
                        row.getLong("people")),
                seconds,
                currency,
                seconds,
                seconds,
                campaign,
                version);
    }

    /** What happened day by day, of orders within a time after people were assigned. */
    public List<Moved> moved(Connection connection, String campaign, int version, Duration within) throws SQLException {
        return Sql.query(
                connection,
                MOVED,
                row -> new Moved(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("holdout"),
                        row.getLong("people"),
                        row.getLong("converted")),
                (double) within.toSeconds(),
                campaign,
                version);
    }

    /** What people were given, and the messages by each channel. */
    public CountedContacts contacts(Connection connection, String campaign, int version, Set<String> channels)
            throws SQLException {
        List<Taking> takings = Sql.query(
                connection,
                CONTACTS,
                row -> new Taking(
                        row.getBoolean("reached"),
                        row.getLong("contacts"),
                        row.getLong("opened"),
                        row.getLong("clicked"),
                        row.getLong("people")),
                campaign,
                version);
        Map<String, SortedMap<Long, Long>> sent = people(connection, SENT, campaign, version);
        SortedMap<String, SortedMap<Long, Long>> byChannel = new TreeMap<>();
        channels.forEach(channel -> byChannel.put(channel, sent.getOrDefault(channel, new TreeMap<>())));
        return new CountedContacts(takings, byChannel);
    }

    /** How people took it, in detail. */
    public CountedResponses responses(Connection connection, CountedContacts contacts, String campaign, int version)
            throws SQLException {
        Map<Integer, Followed> nth = new TreeMap<>();
        Sql.query(
                connection,
                NTH,
                row -> nth.put(row.getInt("number"), new Followed(row.getLong("people"), row.getLong("clicked"))),
                campaign,
                version,
                CountedResponses.LAST);
        Map<String, Long> said = new TreeMap<>();
        Sql.query(connection, SAID, row -> said.put(row.getString("word"), row.getLong("people")), campaign, version);
        SortedMap<Long, Long> stars = new TreeMap<>();
        Sql.query(connection, STARS, row -> stars.put(row.getLong("number"), row.getLong("people")), campaign, version);
        return new CountedResponses(
                contacts.takings().stream().mapToLong(Taking::people).sum(),
                people(connection, DELIVERY, campaign, version),
                nth,
                said,
                stars);
    }

    /** How many people have how many of what. */
    private static Map<String, SortedMap<Long, Long>> people(
            Connection connection, String sql, String campaign, int version) throws SQLException {
        Map<String, SortedMap<Long, Long>> people = new TreeMap<>();
        Sql.query(
                connection,
                sql,
                row -> people.computeIfAbsent(row.getString("what"), _ -> new TreeMap<>())
                        .put(row.getLong("number"), row.getLong("people")),
                campaign,
                version);
        return people;
    }

    /** What coupons have taken off, minor units; empty when none of them is of this currency. */
    public Optional<Long> cost(Connection connection, Set<String> coupons, String currency) throws SQLException {
        List<Long> taken = Sql.query(
                connection,
                "select sum(cost_minor)::bigint as cost from coupon_use where state = 'redeemed' and currency = ? and coupon_id = any(?)"
                        + " having count(*) > 0",
                row -> row.getLong("cost"),
                currency,
                connection.createArrayOf("text", coupons.toArray()));
        return taken.stream().findFirst();
    }
}
