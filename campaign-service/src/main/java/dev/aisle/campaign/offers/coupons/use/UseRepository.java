package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Verdict;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uses, by the storefront's ids. */
@Singleton
public class UseRepository {
    private static final String SELECT = """
            select id, coupon_id, code_hash, pseudonym, state, off_minor, cost_minor, gift, currency, request_hash,
                reserved_at, expires_at
            from coupon_use
            """;

    /**
     * A use.
     *
     * @param pseudonym whose, where the coupon must know; {@code null} otherwise
     * @param requestHash of what was asked under its id
     */
    public record Use(
            String id,
            String couponId,
            String codeHash,
            @Nullable String pseudonym,
            UseState state,
            Verdict.Applies gives,
            String currency,
            String requestHash,
            Instant reservedAt,
            Instant expiresAt) {}

    /** Adds one; false when there is one with that id. */
    public boolean add(Connection connection, Use use) throws SQLException {
        String insert = """
                insert into coupon_use (id, coupon_id, code_hash, pseudonym, state, off_minor, cost_minor, gift, currency,
                    request_hash, reserved_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """;
        return Sql.update(
                        connection,
                        insert,
                        use.id(),
                        use.couponId(),
                        use.codeHash(),
                        use.pseudonym(),
                        use.state().code(),
                        use.gives().off(),
                        use.gives().cost(),
                        use.gives().gift(),
                        use.currency(),
                        use.requestHash(),
                        use.reservedAt(),
                        use.expiresAt())
                == 1;
    }

    /** The last uses of a coupon, the latest first. */
    public List<Use> latest(Connection connection, String couponId, int most) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where coupon_id = ? order by reserved_at desc, id limit ?",
                UseRepository::use,
                couponId,
                most);
    }

    /** The use with that id. */
    public Optional<Use> find(Connection connection, String id) throws SQLException {
        return Sql.query(connection, SELECT + " where id = ?", UseRepository::use, id).stream()
                .findFirst();
    }

    /** The same, which nobody else changes until the end of the transaction. */
    public Optional<Use> lock(Connection connection, String id) throws SQLException {
        return Sql.query(connection, SELECT + " where id = ? for update", UseRepository::use, id).stream()
                .findFirst();
    }

    /** Open and spent uses of a coupon by a person. */
    public long countOf(Connection connection, String couponId, String pseudonym) throws SQLException {
        String count = """
                select count(*) as uses from coupon_use
                where coupon_id = ? and pseudonym = ? and state in ('reserved', 'redeemed')
                """;
        return Sql.query(connection, count, row -> row.getLong("uses"), couponId, pseudonym)
                .getFirst();
    }

    /** Puts one into another state. */
    public void settle(Connection connection, String id, UseState state, Instant at) throws SQLException {
        Sql.update(connection, "update coupon_use set state = ?, settled_at = ? where id = ?", state.code(), at, id);
    }

    /** Open uses of a coupon whose time is over and which nobody else is changing, locked. */
    public List<Use> lockOverdue(Connection connection, String couponId, Instant now) throws SQLException {
        String overdue = SELECT + """
                 where coupon_id = ? and state = 'reserved' and expires_at <= ?
                order by code_hash, id for update skip locked
                """;
        return Sql.query(connection, overdue, UseRepository::use, couponId, now);
    }

    /** Open uses of a person, locked. */
    List<Use> lockOpenOf(Connection connection, String pseudonym) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where pseudonym = ? and state = 'reserved' order by code_hash, id for update",
                UseRepository::use,
                pseudonym);
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                row.getString("id"),
                row.getString("coupon_id"),
                row.getString("code_hash"),
                row.getString("pseudonym"),
                UseState.of(row.getString("state")),
                new Verdict.Applies(row.getLong("off_minor"), row.getLong("cost_minor"), row.getString("gift")),
                row.getString("currency"),
                row.getString("request_hash"),
                row.getTimestamp("reserved_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
