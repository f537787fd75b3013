package dev.aisle.campaign.offers.coupons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coupons, and what of their budget is held and spent. */
@Singleton
public class CouponRepository {
    private static final String SELECT =
            "select definition, reserved_minor, redeemed_minor, uses, made_at, ended_at from coupon";
    /** One update, so that replicas wait for each other at the row and none of them takes what isn't there. */
    private static final String HOLD = """
            update coupon set reserved_minor = reserved_minor + ?, uses = uses + 1
            where id = ? and ended_at is null
                and (budget_minor is null or reserved_minor + redeemed_minor + ? <= budget_minor)
                and (most_uses is null or uses < most_uses)
            """;

    private final ObjectMapper json;

    public CouponRepository(ObjectMapper json) {
        this.json = json;
    }

    /** A coupon with what became of it so far, in minor units. */
    public record Standing(
            Coupon coupon,
            long reserved,
            long redeemed,
            long uses,
            Instant madeAt,
            @Nullable Instant endedAt) {
        /** Whether the limit of uses is reached. */
        public boolean usedUp() {
            Long most = coupon.limits().uses();
            return most != null && uses >= most;
        }

        /** Whether the budget can't pay that much more. */
        public boolean cantPay(long cost) {
            Long budget = coupon.limits().budget();
            return budget != null && reserved + redeemed + cost > budget;
        }
    }

    /** Adds one; false when there is one with that id. */
    public boolean add(Connection connection, Coupon coupon, Instant at) throws SQLException {
        String insert = """
                insert into coupon (id, definition, budget_minor, most_uses, made_at) values (?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """;
        return Sql.update(
                        connection,
                        insert,
                        coupon.id(),
                        write(coupon),
                        coupon.limits().budget(),
                        coupon.limits().uses(),
                        at)
                == 1;
    }

    /** All of them, by id. */
    public List<Standing> all(Connection connection) throws SQLException {
        return Sql.query(connection, SELECT + " order by id", this::standing);
    }

    /** One of them. */
    public Optional<Standing> find(Connection connection, String id) throws SQLException {
        return Sql.query(connection, SELECT + " where id = ?", this::standing, id).stream()
                .findFirst();
    }

    /** Ends one; false when it doesn't run. */
    public boolean end(Connection connection, String id, Instant at) throws SQLException {
        return Sql.update(connection, "update coupon set ended_at = ? where id = ? and ended_at is null", at, id) == 1;
    }

    /** Holds a cost and a use; false when the coupon ended, or when budget or uses don't suffice. */
    public boolean hold(Connection connection, String id, long cost) throws SQLException {
        return Sql.update(connection, HOLD, cost, id, cost) == 1;
    }

    /** What was held is spent. */
    public void spend(Connection connection, String id, long cost) throws SQLException {
        Sql.update(
                connection,
                "update coupon set reserved_minor = reserved_minor - ?, redeemed_minor = redeemed_minor + ? where id = ?",
                cost,
                cost,
                id);
    }

    /** Gives back what was held for some uses. */
    public void free(Connection connection, String id, long cost, long uses) throws SQLException {
        Sql.update(
                connection,
                "update coupon set reserved_minor = reserved_minor - ?, uses = uses - ? where id = ?",
                cost,
                uses,
                id);
    }

    /** Gives back what was spent for a use. */
    public void refund(Connection connection, String id, long cost) throws SQLException {
        Sql.update(
                connection,
                "update coupon set redeemed_minor = redeemed_minor - ?, uses = uses - 1 where id = ?",
                cost,
                id);
    }

    private Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                read(row.getString("definition")),
                row.getLong("reserved_minor"),
                row.getLong("redeemed_minor"),
                row.getLong("uses"),
                row.getTimestamp("made_at").toInstant(),
                Sql.instant(row, "ended_at"));
    }

    private String write(Coupon coupon) {
        try {
            return json.writeValueAsString(coupon);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A coupon is always JSON", e);
        }
    }

    private Coupon read(String definition) {
        try {
            return json.readValue(definition, Coupon.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored definition of a coupon is not a coupon", e);
        }
    }
}
