package dev.aisle.campaign.reports.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.reports.domain.Arm;
import dev.aisle.campaign.reports.domain.Cost;
import dev.aisle.campaign.reports.domain.Effect;
import dev.aisle.campaign.reports.domain.Report;
import dev.aisle.campaign.reports.domain.Responses;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** n, Σx and Σx². */
    record SumsView(long n, double sum, double sumOfSquares) {
        static SumsView of(Sums one) {
            return new SumsView(one.n(), one.sum(), one.squares());
        }
    }

    /** An arm; {@code variation} is missing in the comparison group. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArmView(
            String arm,
            @Nullable String variation,
            long people,
            double conversionRate,
            double revenuePerPerson,
            SumsView converted,
            SumsView revenue) {
        static ArmView of(Arm one) {
            return new ArmView(
                    one.holdout() ? "holdout" : "treated",
                    one.holdout() ? null : one.variation(),
                    one.people(),
                    one.converted().mean(),
                    one.revenue().mean(),
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

    /** The n-th contacts; people of fewer than the threshold are left out. */
    record NthView(int contact, long people, long contacts, double clickRate) {}

    /** How people took it; what fewer people than the threshold said is left out. */
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
        static ResponseView of(Responses one, int threshold) {
            long useful = one.said().getOrDefault("useful", 0L);
            long not = one.said().getOrDefault("not_for_me", 0L);
            return new ResponseView(
                    one.reached(),
                    one.contacts(),
                    one.opened(),
                    one.clicked(),
                    one.contacts() == 0 ? 0 : (double) one.clicked() / one.contacts(),
                    one.delivery(),
                    one.byNumber().stream()
                            .filter(nth -> nth.people() >= threshold)
                            .map(nth -> new NthView(nth.number(), nth.people(), nth.contacts(), nth.rate()))
                            .toList(),
                    one.said().entrySet().stream()
                            .filter(word -> word.getValue() >= threshold)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    useful + not < threshold ? null : Double.valueOf((double) useful / (useful + not)),
                    one.stars() < threshold ? null : Double.valueOf((double) one.starSum() / one.stars()));
        }
    }

    /** The whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(
            String campaign,
            int version,
            int threshold,
            boolean told,
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
                    one.currency(),
                    one.words(),
                    one.arms().stream().map(ArmView::of).toList(),
                    effect == null ? null : EffectView.of(effect),
                    one.responses()
                            .map(responses -> ResponseView.of(responses, one.threshold()))
                            .orElse(null),
                    cost == null ? null : Double.valueOf(cost.total()),
                    cost == null ? null : new CostView(cost.coupons(), cost.sending()),
                    effect == null || cost == null ? null : EstimateView.of(effect.after(cost.total())),
                    effect == null || cost == null
                            ? null
                            : cost.returned(effect).map(EstimateView::of).orElse(null));
        }
    }
}
