package dev.aisle.recommender.interactions.feedback.store;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.interactions.InteractionType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes to exposures what followed from them. In the caller's transaction. */
@Singleton
public class CreditRepository {
    /** A client's clock is only nearly right: so much earlier than the list a look at its product may seem. */
    private static final int SKEW_SECONDS = 5;

    private static final String CLICKS = """
            with looked as (
                select id, pseudonym, product_id, occurred_at from interaction
                where id > ? and id <= ? and type in (?, ?)
            ), credited as (
                select distinct on (l.id) e.exposure_id, e.product_id, l.occurred_at
                from looked l join exposure e on e.pseudonym = l.pseudonym and e.product_id = l.product_id
                    and e.exposed_at <= l.occurred_at + make_interval(secs => ?)
                    and e.exposed_at > l.occurred_at - make_interval(secs => ?)
                order by l.id, e.exposed_at desc, e.exposure_id
            ), first as (
                select exposure_id, product_id, min(occurred_at) as at from credited group by exposure_id, product_id
            )
            update exposure e set clicked_at = least(e.clicked_at, first.at)
            from first where e.exposure_id = first.exposure_id and e.product_id = first.product_id
            """;
    private static final String ORDERS = """
            with bought as (
                select id, pseudonym, product_id, occurred_at, paid_minor, currency from interaction
                where id > ? and id <= ? and type = ?
            ), credited as (
                select distinct on (b.id) e.exposure_id, e.product_id, b.occurred_at, b.paid_minor, b.currency
                from bought b join exposure e on e.pseudonym = b.pseudonym and e.product_id = b.product_id
                    and e.clicked_at <= b.occurred_at + make_interval(secs => ?)
                    and e.clicked_at > b.occurred_at - make_interval(secs => ?)
                order by b.id, e.clicked_at desc, e.exposed_at desc, e.exposure_id
            ), summed as (
                select exposure_id, product_id, min(occurred_at) as at, sum(paid_minor) as paid, min(currency) as currency
                from credited group by exposure_id, product_id
            )
            update exposure e set ordered_at = least(e.ordered_at, summed.at),
                paid_minor = nullif(coalesce(e.paid_minor, 0) + coalesce(summed.paid, 0), 0),
                currency = coalesce(e.currency, summed.currency)
            from summed where e.exposure_id = summed.exposure_id and e.product_id = summed.product_id
            """;

    private final Database database;

    CreditRepository(Database database) {
        this.database = database;
    }

    /**
     * Interactions that are still to be credited.
     *
     * @param after number of the last one that is credited
     * @param upTo number of the last one that was there at the look before
     */
    public record Open(long after, long upTo) {}

    /** What is open, held until the end of the transaction; empty when another instance holds it. */
    public Optional<Open> hold() {
        List<Open> rows = database.query(
                "select credited, seen from feedback_progress for update skip locked",
                statement -> {},
                row -> new Open(row.getLong(1), row.getLong(2)));
        return rows.stream().findFirst();
    }

    /** How many exposures were looked at for the first time, or earlier than was known. */
    public int creditClicks(Open open, Duration within) {
        return database.update(CLICKS, statement -> {
            statement.setLong(1, open.after());
            statement.setLong(2, open.upTo());
            statement.setInt(3, InteractionType.VIEW.code());
            statement.setInt(4, InteractionType.LIST_CLICK.code());
            statement.setInt(5, SKEW_SECONDS);
            statement.setLong(6, within.toSeconds());
        });
    }

    /** How many exposures led to an order. */
    public int creditOrders(Open open, Duration within) {
        return database.update(ORDERS, statement -> {
            statement.setLong(1, open.after());
            statement.setLong(2, open.upTo());
            statement.setInt(3, InteractionType.PURCHASE.code());
            statement.setInt(4, SKEW_SECONDS);
            statement.setLong(5, within.toSeconds());
        });
    }

    /** Notes how far it is, and what is there now. */
    public void advance(Open done) {
        database.update(
                "update feedback_progress set credited = ?, seen = (select coalesce(max(id), 0) from interaction)",
                statement -> statement.setLong(1, done.upTo()));
    }
}
