package dev.aisle.campaign.results.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.results.effects.Arm;
import dev.aisle.campaign.results.effects.Cost;
import dev.aisle.campaign.results.effects.CountedContacts;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.campaign.results.effects.Responses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports as JSON. Amounts are minor units. */
final class ReportViews {
    private ReportViews() {}

    /** A figure with its 95 % interval. */
    record EstimateView(double value, double low, double high) {
        static EstimateView of(Estimate one) {
            return new EstimateView(one.value(), one.low(), one.high());
        }
    }

    /** n, Σx, and the standard error of the mean with the guard's noise in it. */
    record SumsView(long n, double sum, double errorOfMean) {
        static SumsView of(Sums one) {
            return new SumsView(one.n(), one.sum(), Math.sqrt(one.variance() / one.n()));
        }
    }

    /** An arm; {@code variation} is missing in the comparison group. Of each person no more revenue counts than {@code mostRevenue}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArmView(
            String arm,
            @Nullable String variation,
            long people,
            double conversionRate,
            double revenuePerPerson,
            double mostRevenue,
            SumsView converted,
            SumsView revenue) {
        static ArmView of(Arm one) {
            return new ArmView(
                    one.holdout() ? "holdout" : "treated",
                    one.holdout() ? null : one.variation(),
                    one.people(),
                    one.converted().mean(),
                    one.revenue().mean(),
                    one.mostRevenue(),
                    SumsView.of(one.converted()),
                    SumsView.of(one.revenue()));
        }
    }

    /** What it changed: of a hundred people, and in all. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EffectView(
            EstimateView conversionsPerHundred,
            EstimateView conversions,
            EstimateView revenuePerPerson,
            EstimateView revenue,
            @Nullable EstimateView contentPerHundred) {
        static EffectView of(Effect one) {
            return new EffectView(
                    EstimateView.of(one.conversion()),
                    EstimateView.of(one.orderers()),
                    EstimateView.of(one.revenuePerPerson()),
                    EstimateView.of(one.revenue()),
                    one.content().map(EstimateView::of).orElse(null));
        }
    }

    /** What it cost: coupons, messages, and both. */
    record CostView(double coupons, double sending) {}

    /** Who had an n-th contact, and the share that followed it; what too few had is left out. */
    record NthView(int contact, long people, double clickRate) {}

    /** How people took it; what too few people said is left out. */
    record ResponseView(
            long reached,
            long contacts,
            long opened,
            long clicked,
            double clickRate,
            Map<String, Long> delivery,
            List<NthView> byContact,
            Map<String, Long> said,
            @Nullable Double usefulShare,
            @Nullable Double stars) {
        static ResponseView of(Responses one) {
            CountedContacts.Shown contacts = one.contacts();
            Long useful = one.said().get("useful");
            Long not = one.said().get("not_for_me");
            return new ResponseView(
                    contacts.reached(),
                    contacts.contacts(),
                    contacts.opened(),
                    contacts.clicked(),
                    contacts.contacts() == 0 ? 0 : Math.min(1, (double) contacts.clicked() / contacts.contacts()),
                    one.delivery(),
                    one.byNumber().stream()
                            .map(nth -> new NthView(nth.number(), nth.people(), nth.rate()))
                            .toList(),
                    one.said(),
                    useful == null || not == null ? null : Double.valueOf((double) useful / (useful + not)),
                    one.stars());
        }
    }

    /**
     * The whole.
     *
     * @param withheld why there are no figures: {@code too-few-people}, or {@code none-left} until tomorrow; missing where there are
     * @param countedAt when the figures were counted
     * @param left how many new numbers the reader can have today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(
            String campaign,
            int version,
            int threshold,
            boolean told,
            @Nullable String withheld,
            @Nullable Instant countedAt,
            int left,
            String currency,
            List<String> words,
            List<ArmView> arms,
            @Nullable EffectView effect,
            @Nullable ResponseView responses,
            @Nullable Double cost,
            @Nullable CostView costOf,
            @Nullable EstimateView afterCost,
            @Nullable EstimateView returned) {
        static ReportView of(Report one) {
            Effect effect = one.effect().orElse(null);
            Cost cost = one.cost().orElse(null);
            return new ReportView(
                    one.campaign(),
                    one.version(),
                    one.threshold(),
                    one.told(),
                    one.told() ? null : one.release().noneLeft() ? "none-left" : "too-few-people",
                    one.release().countedAt(),
                    one.release().left(),
                    one.currency(),
                    one.words(),
                    one.arms().stream().map(ArmView::of).toList(),
                    effect == null ? null : EffectView.of(effect),
                    one.responses().map(ResponseView::of).orElse(null),
                    cost == null ? null : Double.valueOf(cost.total()),
                    cost == null ? null : new CostView(cost.coupons(), cost.sending()),
                    effect == null || cost == null ? null : EstimateView.of(effect.after(cost.total())),
                    effect == null || cost == null
                            ? null
                            : cost.returned(effect).map(EstimateView::of).orElse(null));
        }
    }
}
