package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import java.util.Arrays;

/**
 * A fit of Holt and Winters.
 *
 * @param model which
 * @param alpha how fast the level follows
 * @param beta how fast the growth follows; 0 without trend
 * @param gamma how fast the season follows; 0 without season
 * @param squares sum of squared one-step errors
 * @param level after the last value
 * @param growth after the last value
 * @param season of the next value, the one after, …
 * @param fitted one-step forecasts from the first that there is: the second season, or the second or third value
 * @param residuals what came less the fitted
 */
public record HoltWintersFit(
        HoltWintersModel model,
        double alpha,
        double beta,
        double gamma,
        double squares,
        double level,
        double growth,
        double[] season,
        double[] fitted,
        double[] residuals) {
    static HoltWintersFit of(HoltWintersRecursion recursion, double alpha, double beta, double gamma) {
        double squares = recursion.run(alpha, beta, gamma);
        return new HoltWintersFit(
                recursion.model,
                alpha,
                beta,
                gamma,
                squares,
                recursion.level,
                recursion.growth,
                recursion.season,
                recursion.fitted,
                recursion.residuals);
    }

    /** Forecasts with normal errors; without intervals from fewer than two residuals. */
    public Forecast forecast(int h, Levels levels) {
        double[] mean = new double[Forecast.horizon(h)];
        Arrays.setAll(mean, i -> {
            double base = level + (i + 1) * growth;
            return model.season() == HoltWintersModel.Season.MULTIPLICATIVE ? base * season(i) : base + season(i);
        });
        if (residuals.length < 2) {
            return Forecast.withoutIntervals(label(), mean, "one error of the past shows no spread");
        }
        double[] deviation = new double[h];
        double variance = variance();
        Arrays.setAll(deviation, i -> Math.sqrt(variance * echoes(i)));
        return Forecast.normal(label(), mean, deviation, levels);
    }

    private double season(int step) {
        return season.length == 0 ? 0 : season[step % season.length];
    }

    private double variance() {
        double mean = Arrays.stream(residuals).average().orElseThrow();
        return Arrays.stream(residuals).map(r -> (r - mean) * (r - mean)).sum() / (residuals.length - 1);
    }

    /**
     * {@code Σ_{j≤i} (ψ_j · s_i / s_{i−j})²} with ψ_0 = 1 and {@code ψ_j = α(1 + jβ) + γ(1 − α)·[j is a multiple of the season]};
     * the ratio of seasons is 1 unless they multiply. R's formula, but when seasons multiply R takes {@code α + γ(1 − α)} for ψ_0 and
     * the growth for the last season of a cycle in the divisor, which makes its intervals too narrow.
     *
     * @see <a href="https://stat.ethz.ch/R-manual/R-devel/library/stats/html/predict.HoltWinters.html">R: predict.HoltWinters</a>
     */
    private double echoes(int step) {
        double sum = 0;
        for (int j = 0; j <= step; j++) {
            double psi = 1;
            if (j > 0) {
                psi = alpha * (1 + j * beta);
                psi += season.length > 0 && j % season.length == 0 ? gamma * (1 - alpha) : 0;
            }
            if (model.season() == HoltWintersModel.Season.MULTIPLICATIVE) {
                psi *= season(step) / season(Math.floorMod(step - j, season.length));
            }
            sum += psi * psi;
        }
        return sum;
    }

    private String label() {
        return switch (model.season()) {
            case NONE -> model.trend() ? "Holt" : "SES";
            case ADDITIVE -> "Holt-Winters additive";
            case MULTIPLICATIVE -> "Holt-Winters multiplicative";
        };
    }
}
