package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes, by their hashes. */
@Singleton
public class CodeRepository {
    /**
     * A code.
     *
     * @param pseudonym whose it is; {@code null} when it isn't personal
     * @param mostUses how often it may be used; {@code null} for any number of times
     */
    public record Code(
            String hash,
            String couponId,
            @Nullable String pseudonym,
            @Nullable Long mostUses,
            long uses) {
        /** Whether it can't be used again. */
        public boolean usedUp() {
            return mostUses != null && uses >= mostUses;
        }
    }

    /** Adds one that nobody has used; false when there is one already. */
    public boolean add(Connection connection, Code code, Instant at) throws SQLException {
        String insert = """
                insert into coupon_code (code_hash, coupon_id, pseudonym, most_uses, issued_at) values (?, ?, ?, ?, ?)
                on conflict (code_hash) do nothing
                """;
        return Sql.update(connection, insert, code.hash(), code.couponId(), code.pseudonym(), code.mostUses(), at) == 1;
    }

    /** The code with that hash. */
    public Optional<Code> find(Connection connection, String hash) throws SQLException {
        return Sql.query(
                        connection,
                        "select code_hash, coupon_id, pseudonym, most_uses, uses from coupon_code where code_hash = ?",
                        row -> new Code(
                                row.getString("code_hash"),
                                row.getString("coupon_id"),
                                row.getString("pseudonym"),
                                (Long) row.getObject("most_uses"),
                                row.getLong("uses")),
                        hash)
                .stream()
                .findFirst();
    }

    /** The code that somebody typed. */
    public Optional<Code> typed(Connection connection, String text) throws SQLException {
        Optional<CouponCode> code = CouponCode.typed(text);
        return code.isPresent() ? find(connection, code.get().hash()) : Optional.empty();
    }

    /** Takes a use of it; false when there is none left. */
    public boolean take(Connection connection, String hash) throws SQLException {
        return Sql.update(
                        connection,
                        "update coupon_code set uses = uses + 1 where code_hash = ? and (most_uses is null or uses < most_uses)",
                        hash)
                == 1;
    }

    /** Gives a use back. */
    public void giveBack(Connection connection, String hash) throws SQLException {
        Sql.update(connection, "update coupon_code set uses = uses - 1 where code_hash = ?", hash);
    }
}
