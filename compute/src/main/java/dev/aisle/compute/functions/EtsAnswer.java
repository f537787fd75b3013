package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.forecast.ForecastMethod;
import dev.aisle.algorithms.forecast.ets.Criterion;
import dev.aisle.algorithms.forecast.ets.Ets;
import dev.aisle.algorithms.forecast.ets.EtsFit;
import dev.aisle.algorithms.forecast.ets.EtsForecast;
import dev.aisle.algorithms.forecast.ets.EtsModel;
import dev.aisle.algorithms.forecast.ets.EtsParameters;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Locale;
import java.util.Optional;

/** Fits a state space model of exponential smoothing and writes it as R prints it. */
final class EtsAnswer {
    private static final String CHOOSE = "ZZZ";

    private EtsAnswer() {}

    static ObjectNode of(Input input, String model, Series series, ForecastMethod.Ask ask) {
        String spec = spec(input, model);
        boolean chosen = spec.equals(CHOOSE);
        Optional<EtsFit> fit = chosen
                ? Ets.select(series)
                : Ets.fit(
                        series,
                        EtsModel.of(spec, input.flag("damped")),
                        model.equals("ets") ? Criterion.LIKELIHOOD : Criterion.MEAN_SQUARE);
        if (fit.isEmpty() && model.equals("ets") && !chosen) {
            throw new InvalidInputException("y", "too few values for the model " + spec + ": " + series.length());
        }
        return fit.map(found -> of(found, ask)).orElseGet(() -> simpler(model, series, ask));
    }

    private static String spec(Input input, String model) {
        return switch (model) {
            case "ses" -> "ANN";
            case "holt" -> "AAN";
            default -> input.optionalText("spec").orElse(CHOOSE).toUpperCase(Locale.ROOT);
        };
    }

    private static ObjectNode simpler(String model, Series series, ForecastMethod.Ask ask) {
        ForecastMethod method = switch (model) {
            case "ses" -> ForecastMethod.SES;
            case "holt" -> ForecastMethod.HOLT;
            default -> ForecastMethod.ETS;
        };
        return ForecastAnswer.of(method.forecast(series, ask));
    }

    private static ObjectNode of(EtsFit fit, ForecastMethod.Ask ask) {
        ObjectNode output = ForecastAnswer.of(EtsForecast.of(fit, ask.h(), ask.levels(), ask.seed()));
        EtsParameters p = fit.parameters();
        ObjectNode par = output.putObject("par").put("alpha", p.alpha());
        if (fit.model().trend() != EtsModel.Component.NONE) {
            par.put("beta", p.beta());
        }
        if (p.season().length > 0) {
            par.put("gamma", p.gamma());
        }
        if (fit.model().damped()) {
            par.put("phi", p.phi());
        }
        par.put("l", p.level());
        if (fit.model().trend() != EtsModel.Component.NONE) {
            par.put("b", p.growth());
        }
        for (int s = p.season().length - 1; s > 0; s--) {
            par.put("s" + (p.season().length - 1 - s), p.season()[s]);
        }
        output.put("loglik", fit.loglik()).put("aic", fit.aic());
        ForecastAnswer.number(output, "aicc", fit.aicc(), "aicc: hardly more values than parameters");
        return output.put("bic", fit.bic())
                .put("sigma2", fit.sigma2())
                .put("mse", fit.mse())
                .put("SSE", fit.mse() * fit.fitted().length);
    }
}
