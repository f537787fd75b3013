package dev.aisle.campaign.results.bandits;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of what was shown, made from a row a contact and a row an order. A reward is found each time anew and never added up twice: an event that comes
 * again, a restart or an erasure can't make it count more. An order counts for the last contact before it, with the weights of that contact.
 */
@Singleton
class OutcomeRepository {
    private static final String CLICKS = """
            select c.pseudonym, c.at, c.context, c.epoch, c.variation, c.propensity,
                (c.clicked_at <= c.at + make_interval(secs => ?))::int::float8 as reward
            from campaign_contact c
            where c.campaign_id = ? and c.campaign_version = ? and c.propensity is not null and c.at <= ?
            """;
    private static final String ORDERS = """
            select c.pseudonym, c.at, c.context, c.epoch, c.variation, c.propensity, coalesce(o.%s, 0)::float8 as reward
            from campaign_contact c left join (
                select id, 1 as number, sum(revenue_minor) as revenue from (
                    select distinct on (o.message_id) o.message_id, l.id, o.revenue_minor
                    from campaign_contact l join campaign_order o on o.pseudonym = l.pseudonym
                        and o.ordered_at > l.at and o.ordered_at <= l.at + make_interval(secs => ?)
                    where l.campaign_id = ? and l.campaign_version = ? and l.propensity is not null
                        and o.currency = coalesce(?, o.currency)
                    order by o.message_id, l.at desc, l.id) credited
                group by id) o using (id)
            where c.campaign_id = ? and c.campaign_version = ? and c.propensity is not null and c.at <= ?
            """;

    /**
     * Which contacts, and what counts as their reward.
     *
     * @param until those that were shown up to then, whose rewards had time to come
     * @param currency of revenue; {@code null} for any
     */
    public record Question(
            String campaign,
            int version,
            Reward reward,
            Duration within,
            Instant until,
            @Nullable String currency) {
        private String statement() {
            return switch (reward) {
                case CLICKS -> CLICKS;
                case CONVERSION -> ORDERS.formatted("number");
                case REVENUE -> ORDERS.formatted("revenue");
            };
        }

        private List<@Nullable Object> values() {
            double seconds = within.toMillis() / 1e3;
            return reward == Reward.CLICKS
                    ? List.of(seconds, campaign, version, until)
                    : Arrays.asList(seconds, campaign, version, currency, campaign, version, until);
        }
    }

    /** The sums by context and variation. */
    public List<Outcome> outcomes(Connection connection, Question question) throws SQLException {
        return Sql.query(
                connection,
                "select context, variation, count(*) as n, coalesce(sum(reward), 0) as sum,"
                        + " coalesce(sum(reward * reward), 0) as squares from (" + question.statement()
                        + ") shown group by context, variation order by context, variation",
                row -> new Outcome(
                        row.getInt("context"),
                        row.getString("variation"),
                        new Sums(row.getLong("n"), row.getDouble("sum"), row.getDouble("squares"))),
                question.values().toArray());
    }

    /** The latest contact of each person; those with the same reward together. */
    public List<CountedOutcomes.Row> latest(Connection connection, Question question) throws SQLException {
        return Sql.query(
                connection,
                "select context, variation, round(coalesce(reward, 0))::bigint as reward, count(*) as people from ("
                        + "select distinct on (pseudonym) context, variation, reward from (" + question.statement()
                        + ") shown order by pseudonym, at desc, variation) latest group by 1, 2, 3",
                row -> new CountedOutcomes.Row(
                        row.getInt("context"),
                        row.getString("variation"),
                        row.getLong("reward"),
                        row.getLong("people")),
                question.values().toArray());
    }

    /** The currency in which most orders of its people are paid; empty when there was none. */
    public Optional<String> currency(Connection connection, String campaign, int version) throws SQLException {
        return Sql.query(
                        connection,
                        "select o.currency from campaign_order o join campaign_contact c using (pseudonym)"
                                + " where c.campaign_id = ? and c.campaign_version = ? and o.currency <> ''"
                                + " group by o.currency order by count(*) desc, o.currency limit 1",
                        row -> row.getString("currency"),
                        campaign,
                        version)
                .stream()
                .findFirst();
    }
}
