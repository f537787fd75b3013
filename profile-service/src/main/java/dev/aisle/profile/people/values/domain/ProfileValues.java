package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.coupon.CouponUse;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a profile says at a moment: a function of the events, of what was fitted and of the moment. Events after the moment and robots' events
 * count for nothing; the data quality alone looks at robots. Each value is computed when it is asked for.
 */
public final class ProfileValues {
    private static final double COUPON_LEVEL = 0.9;

    private final PersonEvents seen;
    private final PersonEvents human;
    private final Instant now;
    private final Fitted fitted;
    private final ValueRules rules;
    private final Orders orders;
    private final PurchaseDays days;

    /**
     * Takes what it is a function of.
     *
     * @param events that may be used for the purpose of reading
     */
    public ProfileValues(PersonEvents events, Instant now, Fitted fitted, ValueRules rules) {
        this.seen = events.where(event -> !event.at().isAfter(now));
        this.human = seen.where(event -> !event.quality().bot());
        this.now = now;
        this.fitted = fitted;
        this.rules = rules;
        this.orders = Orders.of(human);
        this.days = orders.days(rules.shopZone());
    }

    /** On how many events it rests. */
    public int events() {
        return human.size();
    }

    /** The events themselves, without robots'. */
    public List<PersonEvent> list() {
        return human.list();
    }

    public Instant now() {
        return now;
    }

    public Fitted fitted() {
        return fitted;
    }

    public ValueRules rules() {
        return rules;
    }

    /** Of somebody with events. */
    public Instant firstSeen() {
        return human.list().getFirst().at();
    }

    /** Of somebody with events. */
    public Instant lastSeen() {
        return human.list().getLast().at();
    }

    public Map<String, EventCount> counts() {
        return EventCount.byType(human);
    }

    public Orders orders() {
        return orders;
    }

    public List<String> recentProducts() {
        return RecentProducts.of(human);
    }

    public List<Taste> taste(Taste.Dimension dimension) {
        return Taste.of(human, dimension, now, rules.tasteHalfLife());
    }

    public Told<Rfm> rfm() {
        return Rfm.of(days, today(), fitted);
    }

    public Told<String> lifeStage() {
        return LifeStages.of(days.span(), today(), fitted);
    }

    /** The probability that the customer hasn't left; churn is one minus it. */
    public Told<Double> alive() {
        return prediction().alive();
    }

    public Told<Double> expectedPurchases() {
        return prediction().purchases(rules.horizonDays());
    }

    public Told<Estimate> lifetimeValue() {
        return prediction().value(rules);
    }

    public List<Due> replenishments() {
        return Due.of(orders, rules.shopZone(), now, fitted);
    }

    public Told<Rhythm> rhythm() {
        return Rhythm.of(human, rules.shopZone(), now);
    }

    public CouponUse couponUse() {
        return orders.coupons();
    }

    public Told<Estimate> couponSensitivity() {
        CouponSensitivity prior = fitted.coupons();
        return prior == null ? fitted.without("coupon") : new Told.Known<>(prior.of(couponUse(), COUPON_LEVEL));
    }

    public DataQuality quality() {
        return DataQuality.of(seen);
    }

    private Prediction prediction() {
        return new Prediction(fitted, days, today());
    }

    private long today() {
        ZoneId shop = rules.shopZone();
        return now.atZone(shop).toLocalDate().toEpochDay();
    }
}
