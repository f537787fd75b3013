package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.Benefit;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.Tier;
import dev.aisle.platform.console.FiguresInTemplates;
import dev.aisle.platform.console.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A coupon in a line.
 *
 * @param benefit what it gives, in words
 * @param state not_yet, valid, over, ended or used_up
 * @param spent what orders spent and hold, minor units
 */
record CouponRow(
        Coupon coupon,
        String benefit,
        String state,
        String tone,
        long spent,
        long uses,
        Instant madeAt,
        @Nullable Instant endedAt) {
    static CouponRow of(Standing standing, Words words, Instant now) {
        String state = state(standing, now);
        return new CouponRow(
                standing.coupon(),
                benefit(standing.coupon(), words),
                state,
                state.equals("valid") ? "good" : state.equals("used_up") ? "warn" : "",
                standing.reserved() + standing.redeemed(),
                standing.uses(),
                standing.madeAt(),
                standing.endedAt());
    }

    public String stateKey() {
        return "campaigns_coupon_" + state;
    }

    public String codesKey() {
        return "campaigns_codes_" + coupon.codes().name().toLowerCase(Locale.ROOT);
    }

    /** Of the budget, between 0 and 1. */
    public double share() {
        Long budget = coupon.limits().budget();
        return budget == null ? 0 : budget == 0 ? 1 : Math.min(1, (double) spent / budget);
    }

    private static String state(Standing standing, Instant now) {
        Coupon coupon = standing.coupon();
        Instant from = coupon.conditions().from();
        Instant until = coupon.conditions().until();
        Long budget = coupon.limits().budget();
        if (standing.endedAt() != null) {
            return "ended";
        }
        if (until != null && !now.isBefore(until)) {
            return "over";
        }
        if (standing.usedUp() || (budget != null && standing.reserved() + standing.redeemed() >= budget)) {
            return "used_up";
        }
        return from != null && now.isBefore(from) ? "not_yet" : "valid";
    }

    private static String benefit(Coupon coupon, Words words) {
        Benefit benefit = coupon.benefit();
        String currency = coupon.currency();
        return switch (benefit.kind()) {
            case PERCENT -> words.say("campaigns_gives_percent", plain(benefit.percent()));
            case AMOUNT ->
                words.say("campaigns_gives_amount", FiguresInTemplates.money(benefit.amount(), currency, words));
            case TIERED ->
                benefit.tiers().stream()
                        .map(tier -> tier(tier, currency, words))
                        .collect(Collectors.joining("; "));
            case FREE_SHIPPING -> words.say("campaigns_gives_free_shipping");
            case GIFT -> words.say("campaigns_gives_gift", benefit.gift());
        };
    }

    private static String tier(Tier tier, String currency, Words words) {
        String off = tier.percent() == null
                ? FiguresInTemplates.money(tier.amount(), currency, words)
                : plain(tier.percent()) + " %";
        return words.say("campaigns_gives_tier", FiguresInTemplates.money(tier.from(), currency, words), off);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
