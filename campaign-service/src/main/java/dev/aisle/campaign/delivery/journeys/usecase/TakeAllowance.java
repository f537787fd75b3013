package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.budgets.Allowance;
import dev.aisle.campaign.campaigns.budgets.Allowances;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.delivery.journeys.domain.Verdict;
import dev.aisle.campaign.offers.coupons.CouponStandings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes from a campaign's total and budget what one message needs. The limits are those of the version that runs, also for people who are on
 * their way through an earlier one. In the transaction that queues the message.
 */
@ApplicationScoped
class TakeAllowance {
    private static final Duration UNTIL_OTHERS_ARE_DONE = Duration.ofMinutes(1);

    private final RunningCampaigns running;
    private final Allowances allowances;
    private final CouponStandings coupons;

    TakeAllowance(RunningCampaigns running, Allowances allowances, CouponStandings coupons) {
        this.running = running;
        this.allowances = allowances;
        this.coupons = coupons;
    }

    /** Takes it; or says why there is none. */
    Optional<Verdict> take(Definition entered, Instant now) {
        Definition limits = running.now().stream()
                .filter(one -> one.campaign().id().equals(entered.campaign().id()))
                .findFirst()
                .orElse(entered);
        if (Allowance.of(limits, 0) == null) {
            return Optional.empty();
        }
        Allowance allowance = Allowance.of(limits, setAside(limits));
        if (allowance == null) {
            return Optional.empty();
        }
        return switch (allowances.take(allowance)) {
            case TAKEN -> Optional.empty();
            case USED_UP ->
                Optional.of(new Verdict(Outcome.CAPPED, allowance.most() == null ? "budget" : "caps.total"));
            case OUTDATED -> Optional.of(new Verdict(Outcome.POSTPONED, "limits", now.plus(UNTIL_OTHERS_ARE_DONE)));
        };
    }

    /** What the campaign's coupons may spend of its budget, in minor units. */
    private long setAside(Definition limits) {
        List<String> codes = limits.campaign().variations().stream()
                .map(Variation::coupon)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return coupons.of(codes).values().stream()
                .map(standing -> standing.coupon().limits().budget())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
