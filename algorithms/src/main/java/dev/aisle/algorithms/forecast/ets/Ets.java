package dev.aisle.algorithms.forecast.ets;

import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits models of exponential smoothing by maximum likelihood, bounds usual and admissible, and chooses one by AICc among those
 * that R's {@code ets} admits: no multiplicative trend, no additive error with a multiplicative season.
 *
 * @see <a href="https://doi.org/10.18637/jss.v027.i03">Hyndman, Khandakar 2008</a>
 */
public final class Ets {
    /** Longer seasons have too many starting values to fit; decompose them by STL first. */
    public static final int LONGEST_SEASON = 24;

    private static final int EVALUATIONS = 2000;

    private Ets() {}

    /**
     * The best model by AICc.
     *
     * @return empty when the series is constant or too short for every model (under 5 values)
     */
    public static Optional<EtsFit> select(Series series) {
        EtsFit best = null;
        for (EtsModel model : candidates(series)) {
            EtsFit fit = series.constant() ? null : fit(series, model).orElse(null);
            if (fit != null && Double.isFinite(fit.aicc()) && (best == null || fit.aicc() < best.aicc())) {
                best = fit;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The models that are tried: multiplicative parts need values above 0, a season more than one of it and at most 24 values in it. */
    public static List<EtsModel> candidates(Series series) {
        boolean positive = series.least() > 0;
        int period = series.period();
        boolean seasonal = period > 1 && period <= LONGEST_SEASON && series.length() > period;
        List<EtsModel> models = new ArrayList<>();
        for (Component error : List.of(Component.ADDITIVE, Component.MULTIPLICATIVE)) {
            for (Component trend : List.of(Component.NONE, Component.ADDITIVE)) {
                for (Component season : Component.values()) {
                    boolean admitted = (positive || error == Component.ADDITIVE)
                            && (seasonal || season == Component.NONE)
                            && (error == Component.MULTIPLICATIVE || season != Component.MULTIPLICATIVE);
                    if (admitted && trend != Component.NONE) {
                        models.add(new EtsModel(error, trend, true, season));
                    }
                    if (admitted) {
                        models.add(new EtsModel(error, trend, false, season));
                    }
                }
            }
        }
        return models;
    }

    /** Fits one model by likelihood. */
    public static Optional<EtsFit> fit(Series series, EtsModel model) {
        return fit(series, model, Criterion.LIKELIHOOD);
    }

    /**
     * Fits one model.
     *
     * @return empty when there are not at least two values more than parameters, or the search has no place to start
     * @throws IllegalArgumentException when the model has a season and the series none, or it multiplies and a value isn't above 0
     */
    public static Optional<EtsFit> fit(Series series, EtsModel model, Criterion criterion) {
        check(series, model);
        if (model.smoothing() + model.starts(series.period()) >= series.length() - 1) {
            return Optional.empty();
        }
        double[] y = series.toArray();
        EtsObjective objective = new EtsObjective(new EtsRecursion(y, series.period(), model), criterion);
        double[] start = StartingState.of(series, model);
        if (!Double.isFinite(objective.applyAsDouble(start))) {
            return Optional.empty();
        }
        double[] found = NelderMead.minimise(objective, start, EVALUATIONS);
        EtsFit fit = EtsFit.at(y, series.period(), model, EtsParameters.of(model, series.period(), found));
        return Double.isFinite(fit.loglik()) ? Optional.of(fit) : Optional.empty();
    }

    private static void check(Series series, EtsModel model) {
        if (model.seasonal() && series.period() < 2) {
            throw new IllegalArgumentException("frequency: " + model.label() + " needs a season of ≥ 2 values");
        }
        if (model.needsPositive() && series.least() <= 0) {
            throw new IllegalArgumentException("y: " + model.label() + " needs values above 0");
        }
    }
}
