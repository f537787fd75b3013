package dev.aisle.profile.models.fitting;

import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.coupon.CouponUse;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.people.domain.PersonEvents;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** By buyer the orders, and those with a coupon or discount. */
final class CouponTally implements JobTally {
    private final FitRules rules;
    private final LongColumn orders = new LongColumn();
    private final LongColumn reduced = new LongColumn();

    CouponTally(FitRules rules) {
        this.rules = rules;
    }

    @Override
    public void add(PersonEvents events) {
        CouponUse use = rules.orders(events).coupons();
        if (use.purchases() > 0) {
            orders.add(use.purchases());
            reduced.add(use.withCoupon());
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        orders.write(out);
        reduced.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        orders.read(in);
        reduced.read(in);
    }

    @Override
    public List<Fit> fit() {
        return List.of(rules.tooFew(ModelKind.COUPON, orders.size(), "people with an order")
                .or(() -> rules.tooFew(ModelKind.COUPON, several(), "people with several orders"))
                .orElseGet(() -> FitRules.attempt(
                        ModelKind.COUPON,
                        () -> new Fitted(
                                ModelKind.COUPON,
                                orders.size(),
                                new Parameters.Coupon(CouponSensitivity.fit(uses()))))));
    }

    /** Single orders don't tell whether people differ. */
    private long several() {
        long several = 0;
        for (int i = 0; i < orders.size(); i++) {
            several += orders.get(i) > 1 ? 1 : 0;
        }
        return several;
    }

    private List<CouponUse> uses() {
        List<CouponUse> uses = new ArrayList<>(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            uses.add(new CouponUse(reduced.get(i), orders.get(i)));
        }
        return uses;
    }
}
