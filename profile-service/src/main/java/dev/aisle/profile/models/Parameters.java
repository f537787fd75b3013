package dev.aisle.profile.models;

import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.algorithms.customers.rfm.RfmBands;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import java.util.List;
import java.util.Map;

/** What was learnt. */
public sealed interface Parameters {
    /**
     * Purchases over time. Several purchases of one day of the shop count as one.
     *
     * @param bgNbd in which one-time buyers never leave
     * @param mbgNbd in which they may: for churn and life-cycle stages
     * @param daysPerUnit the unit of time in days
     * @param bgLogLikelihood of the fit
     * @param mbgLogLikelihood of the fit
     */
    record Lifetime(
            BetaGeometric bgNbd,
            BetaGeometric mbgNbd,
            double daysPerUnit,
            double bgLogLikelihood,
            double mbgLogLikelihood)
            implements Parameters {}

    /**
     * What a purchase day is worth, in minor units of the shop's currency. A person's own amount is the mean of all purchase days but the first.
     *
     * @param gammaGamma its parameters
     * @param logLikelihood of the fit
     */
    record Spend(GammaGamma gammaGamma, double logLikelihood) implements Parameters {}

    /** Borders of scores: days since the last purchase, purchase days, sum spent in minor units. */
    record Rfm(RfmBands bands) implements Parameters {}

    /** How the share of orders with a coupon or discount is spread. */
    record Coupon(CouponSensitivity prior) implements Parameters {}

    /**
     * Gaps between purchase days.
     *
     * @param anything of purchases of whatever it be
     * @param categories by category that enough people bought again
     */
    record Replenishments(Replenishment anything, Map<String, Replenishment> categories) implements Parameters {
        public Replenishments {
            categories = Map.copyOf(categories);
        }
    }

    /**
     * Pieces to be expected by day, from numbers that may be told.
     *
     * @param zone where days are reckoned
     */
    record Demand(String zone, List<ForecastChart.Line> series) implements Parameters {
        public Demand {
            series = List.copyOf(series);
        }
    }
}
