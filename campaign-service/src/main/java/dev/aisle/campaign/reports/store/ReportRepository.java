package dev.aisle.campaign.reports.store;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.reports.domain.Arm;
import dev.aisle.campaign.reports.domain.OverTime.Moved;
import dev.aisle.campaign.reports.domain.Responses;
import dev.aisle.campaign.reports.domain.Responses.Nth;
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
import java.util.TreeMap;

/**
 * The sums of reports: n, Σx and Σx² an arm, made from a row a person. So an erasure, a new key or a late event changes them at once, and no counter
 * has to be found again.
 */
@Singleton
public class ReportRepository {
    private static final String ARMS = """
            with outcome as (
                select p.holdout, p.variation,
                    (select count(*) from campaign_order o where o.pseudonym = p.pseudonym
                        and o.ordered_at > p.first_at and o.ordered_at <= p.first_at + make_interval(secs => ?)) as orders,
                    (select coalesce(sum(o.revenue_minor), 0) from campaign_order o where o.pseudonym = p.pseudonym
                        and o.currency = ? and o.ordered_at > p.first_at
                        and o.ordered_at <= p.first_at + make_interval(secs => ?)) as revenue,
                    (select coalesce(sign(sum(case when f.word = 'useful' or f.stars >= 4 then 1
                            when f.word in ('not_for_me', 'too_often') or f.stars <= 2 then -1 else 0 end)), 0)
                        from campaign_feedback f where f.pseudonym = p.pseudonym
                        and f.said_at > p.first_at and f.said_at <= p.first_at + make_interval(secs => ?))::float8 as content
                from campaign_person p where p.campaign_id = ? and p.campaign_version = ?)
            select holdout, variation, count(*) as n, count(*) filter (where orders > 0) as converted,
                sum(revenue)::float8 as revenue, sum(revenue::float8 * revenue::float8) as squares,
                sum(content) as content, sum(content * content) as content_squares
            from outcome group by holdout, variation order by holdout, variation
            """;
    private static final String CURRENCY = """
            select currency from campaign_order o join campaign_person p using (pseudonym)
            where p.campaign_id = ? and p.campaign_version = ? and currency <> ''
            group by currency order by count(*) desc, currency limit 1
            """;
    private static final String CONTACTS = """
            select count(distinct c.pseudonym) filter (where m.id is null or m.state = 'delivered') as reached,
                count(*) as contacts, count(c.opened_at) as opened, count(c.clicked_at) as clicked
            from campaign_contact c left join message m on m.id = c.id
            where c.campaign_id = ? and c.campaign_version = ?
            """;
    private static final String NTH = """
            with numbered as (
                select pseudonym, clicked_at, row_number() over (partition by pseudonym order by at, id) as number
                from campaign_contact where campaign_id = ? and campaign_version = ?)
            select least(number, ?)::int as number, count(distinct pseudonym) as people, count(*) as contacts,
                count(clicked_at) as clicked
            from numbered group by 1 order by 1
            """;
    private static final String SAID = """
            select word, count(distinct pseudonym) as people, coalesce(sum(stars), 0) as stars, count(stars) as given
            from campaign_feedback where campaign_id = ? and (campaign_version = ? or campaign_version is null)
            group by word
            """;
    private static final String DELIVERY = """
            select m.state, count(*) as number from message m
            where m.campaign_id = ? and m.campaign_version = ? group by m.state
            """;
    /** What never went costs nothing. */
    private static final String SENT = """
            select c.way, count(*) as number from campaign_contact c join message m on m.id = c.id
            where c.campaign_id = ? and c.campaign_version = ? and m.state in ('delivered', 'handed_over', 'in_doubt', 'bounced')
            group by c.way
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

    private static final int LAST_NUMBER = 5;

    /** The currency in which most orders of a version's people were paid; empty when there is none. */
    public Optional<String> currency(Connection connection, String campaign, int version) throws SQLException {
        return Sql.query(connection, CURRENCY, row -> row.getString("currency"), campaign, version).stream()
                .findFirst();
    }

    /** The arms of a version, with what their people did within a time after they were assigned. */
    public List<Arm> arms(Connection connection, String campaign, int version, Duration within, String currency)
            throws SQLException {
        double seconds = within.toSeconds();
        return Sql.query(
                connection,
                ARMS,
                row -> new Arm(
                        row.getBoolean("holdout"),
                        row.getString("variation"),
                        Sums.ofYes(row.getLong("n"), row.getLong("converted")),
                        new Sums(row.getLong("n"), row.getDouble("revenue"), row.getDouble("squares")),
                        new Sums(row.getLong("n"), row.getDouble("content"), row.getDouble("content_squares"))),
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

    /** How people took it. */
    public Responses responses(Connection connection, String campaign, int version) throws SQLException {
        Map<String, Long> said = new TreeMap<>();
        long[] stars = new long[2];
        Sql.query(
                connection,
                SAID,
                row -> {
                    stars[0] += row.getLong("given");
                    stars[1] += row.getLong("stars");
                    said.put(row.getString("word"), row.getLong("people"));
                    return true;
                },
                campaign,
                version);
        Map<String, Long> delivery = new TreeMap<>();
        Sql.query(
                connection,
                DELIVERY,
                row -> {
                    delivery.put(row.getString("state"), row.getLong("number"));
                    return true;
                },
                campaign,
                version);
        List<Nth> numbers = Sql.query(
                connection,
                NTH,
                row -> new Nth(
                        row.getInt("number"), row.getLong("people"), row.getLong("contacts"), row.getLong("clicked")),
                campaign,
                version,
                LAST_NUMBER);
        return Sql.query(
                        connection,
                        CONTACTS,
                        row -> new Responses(
                                row.getLong("reached"),
                                row.getLong("contacts"),
                                row.getLong("opened"),
                                row.getLong("clicked"),
                                delivery,
                                numbers,
                                said,
                                stars[0],
                                stars[1]),
                        campaign,
                        version)
                .getFirst();
    }

    /** Messages to people who are counted that were given to their channel, by channel. */
    public Map<String, Long> sent(Connection connection, String campaign, int version) throws SQLException {
        Map<String, Long> sent = new TreeMap<>();
        Sql.query(connection, SENT, row -> sent.put(row.getString("way"), row.getLong("number")), campaign, version);
        return sent;
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
