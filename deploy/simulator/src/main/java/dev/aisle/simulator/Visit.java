package dev.aisle.simulator;

import dev.aisle.simulator.ShopEvent.AddedToCart;
import dev.aisle.simulator.ShopEvent.CouponShown;
import dev.aisle.simulator.ShopEvent.Line;
import dev.aisle.simulator.ShopEvent.ListViewed;
import dev.aisle.simulator.ShopEvent.Ordered;
import dev.aisle.simulator.ShopEvent.Origin;
import dev.aisle.simulator.ShopEvent.ProductViewed;
import dev.aisle.simulator.ShopEvent.Searched;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One session of one shopper: look for something, look at things, perhaps fill a cart, perhaps order. */
final class Visit {
    static final String COUPON = "THANKS10";
    private static final double ANONYMOUS_SHARE = 0.15;
    private static final double SEARCH_SHARE = 0.4;
    private static final double CART_CHANCE = 0.35;
    private static final double SECOND_KIND_CHANCE = 0.3;
    private static final double MEAN_VIEWS = 2.5;
    private static final int MOST_VIEWS = 12;

    private final Shopper shopper;
    private final Assortment assortment;
    private final LocalDate day;
    private final Dice dice;
    private final String session;
    private final boolean loggedIn;
    private final List<ShopEvent> events = new ArrayList<>();
    private final List<Line> cart = new ArrayList<>();
    private Instant now;

    Visit(Shopper shopper, Assortment assortment, LocalDate day, int number, Dice dice) {
        this.shopper = shopper;
        this.assortment = assortment;
        this.day = day;
        this.dice = dice;
        this.session = "sim:" + shopper.id() + ":" + day + ":" + number;
        this.loggedIn = !dice.chance(ANONYMOUS_SHARE) || shopper.isRegular();
        var second = (7 * 60 + dice.below(15 * 60)) * 60L + dice.below(60);
        this.now = day.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC);
    }

    List<ShopEvent> play(double couponRate) {
        var coupon = dice.chance(couponRate);
        if (coupon) {
            events.add(new CouponShown(origin(), COUPON));
        }
        browse();
        if (dice.chance(SECOND_KIND_CHANCE)) {
            browse();
        }
        if (!cart.isEmpty() && dice.chance(shopper.coupon().orderChance(coupon))) {
            var used = coupon ? Optional.of(COUPON) : Optional.<String>empty();
            events.add(new Ordered(origin(), session.replace("sim:", "o-").replace(':', '-'), cart, used));
        }
        return events;
    }

    private void browse() {
        var kind = dice.pick(assortment.kinds(), this::wanted);
        events.add(
                dice.chance(SEARCH_SHARE)
                        ? new Searched(origin(), kind.title().toLowerCase(Locale.ROOT))
                        : new ListViewed(origin(), kind));
        var shelf = assortment.of(kind);
        var views = Math.min(MOST_VIEWS, 1 + dice.poisson(MEAN_VIEWS));
        for (int i = 0; i < views; i++) {
            look(dice.pick(shelf, shopper::attraction));
        }
    }

    private double wanted(Kind kind) {
        return shopper.kinds().getOrDefault(kind, 0.0) * kind.season().factor(day);
    }

    private void look(Product product) {
        events.add(new ProductViewed(origin(), product));
        if (dice.chance(CART_CHANCE)) {
            var quantity = 1 + dice.poisson(0.2);
            events.add(new AddedToCart(origin(), product, quantity));
            cart.add(new Line(product, quantity));
        }
    }

    private Origin origin() {
        now = now.plusMillis(4_000 + Math.round(25_000 * dice.exponential()));
        return new Origin(session + ":" + events.size(), shopper, loggedIn, session, now);
    }
}
