package dev.aisle.platform.stored;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code coupon_use}: one redeemed row for each shopper who was told yes; {@code coupon} and {@code coupon_code}: their sums. */
public final class CouponRows {
    static final String USES = "campaign.coupon_use";
    static final String COUPONS = "campaign.coupon";
    static final String CODES = "campaign.coupon_code";

    private CouponRows() {}

    /**
     * Everything that is wrong with a coupon that nobody redeems any more.
     *
     * @param yes the uses that were acknowledged as redeemed
     * @param off what one of them costs, in minor units
     */
    public static List<Deviation> compare(String coupon, Set<String> yes, long off, Connection connection)
            throws SQLException {
        var all = new ArrayList<Comparison>();
        all.add(Comparison.of(
                USES,
                yes.stream().map(use -> use(use, coupon, off)).toList(),
                Query.rows(
                        connection,
                        "select id, coupon_id, cost_minor from coupon_use where state = 'redeemed' and (coupon_id = any(?) or id = any(?))",
                        row -> use(row.getString(1), row.getString(2), row.getLong(3)),
                        Set.of(coupon),
                        yes)));
        all.add(Comparison.of(
                COUPONS,
                List.of(sum(coupon, yes.size() * off)),
                Query.rows(
                        connection,
                        "select id, redeemed_minor from coupon where id = any(?)",
                        row -> sum(row.getString(1), row.getLong(2)),
                        Set.of(coupon))));
        // What is reserved is counted as well until its time is over.
        all.add(Comparison.of(
                CODES,
                List.of(new Row(coupon, "as many uses as the coupon and its rows")),
                Query.rows(
                        connection,
                        """
                        select c.id, c.uses, coalesce((select sum(uses) from coupon_code where coupon_id = c.id), 0),
                            (select count(*) from coupon_use where coupon_id = c.id and state in ('reserved', 'redeemed'))
                        from coupon c where c.id = any(?)
                        """,
                        row -> uses(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        Set.of(coupon))));
        return Comparison.deviations(all);
    }

    private static Row use(String id, String coupon, long cost) {
        return new Row(id, "redeemed, " + cost + " of coupon " + coupon);
    }

    private static Row sum(String coupon, long minor) {
        return new Row(coupon, "redeemed " + minor);
    }

    private static Row uses(String coupon, long coupons, long codes, long rows) {
        return new Row(
                coupon,
                coupons == codes && codes == rows
                        ? "as many uses as the coupon and its rows"
                        : codes + " uses where the coupon counts " + coupons + " and has " + rows + " rows");
    }
}
