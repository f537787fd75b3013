package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.forecast.DemandForecast;
import dev.aisle.algorithms.forecast.ForecastMethod;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.algorithms.forecast.smooth.Intermittent;
import dev.aisle.algorithms.forecast.smooth.Theta;
import dev.aisle.compute.Json;
import java.util.Map;
import java.util.Optional;

/** {@code forecast.fit}: a method fitted to a series, and what it expects next. */
final class ForecastFit implements Function {
    private static final int USUAL_STEPS = 10;

    private static final Map<String, ForecastMethod> SIMPLE = Map.of(
            "naive", ForecastMethod.NAIVE,
            "snaive", ForecastMethod.SEASONAL_NAIVE,
            "drift", ForecastMethod.DRIFT,
            "mean", ForecastMethod.MEAN,
            "stl_ets", ForecastMethod.STL_ETS,
            "ets_theta", ForecastMethod.ETS_AND_THETA);

    @Override
    public String name() {
        return "forecast.fit";
    }

    @Override
    public String summary() {
        return "Forecast of a series with prediction intervals; model auto chooses by back-test, with the seasonal naive as benchmark.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["model","y"],"properties":{
                 "model":{"enum":["auto","holtwinters","ets","theta","croston","sba","sbj","tsb","naive","snaive","drift","mean","ses","holt","stl_ets","ets_theta"]},
                 "y":{"type":"array","items":{"type":"number"},"description":"oldest first"},
                 "frequency":{"type":"integer","minimum":1,"default":1,"description":"values in a season"},
                 "h":{"type":"integer","minimum":1,"description":"steps; default two seasons, or 10"},
                 "levels":{"type":"array","items":{"type":"number"},"default":[80,95]},
                 "seasonal":{"enum":["none","additive","multiplicative"],"description":"of holtwinters; default additive with a season"},
                 "trend":{"type":"boolean","description":"of holtwinters; default true with a season"},
                 "spec":{"type":"string","description":"of ets: ZZZ chooses by AICc, MAM and so on fit one model"},
                 "damped":{"type":"boolean","description":"of a single ets"},
                 "alpha":{"type":"number","description":"fixed: of holtwinters with beta and gamma, of croston, sba, sbj, tsb"},
                 "beta":{"type":"number"},"gamma":{"type":"number"},
                 "l.start":{"type":"number"},"b.start":{"type":"number"},"s.start":{"type":"array","items":{"type":"number"}},
                 "seed":{"type":"integer","default":1,"description":"of simulated intervals"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"model":"ets","y":[112,118,132,129,121,135,148,148,136,119,104,118,115,126,141,135,125,149,170,170,158,133,114,140],
                 "frequency":12,"h":3}""");
    }

    @Override
    public JsonNode apply(Input input) {
        Series series = SeriesInput.series(input, SeriesInput.frequency(input));
        int h = input.optional("h")
                .map(steps -> Input.integer("h", steps, 1))
                .orElse(series.period() > 1 ? 2 * series.period() : USUAL_STEPS);
        long seed = input.optional("seed").isPresent() ? input.integer("seed", 0) : 1;
        ForecastMethod.Ask ask = new ForecastMethod.Ask(h, SeriesInput.levels(input), seed);
        return SeriesInput.named(() -> apply(input, input.text("model"), series, ask));
    }

    private static ObjectNode apply(Input input, String model, Series series, ForecastMethod.Ask ask) {
        return switch (model) {
            case "auto" -> auto(series, ask);
            case "ets", "ses", "holt" -> EtsAnswer.of(input, model, series, ask);
            case "holtwinters" -> HoltWintersAnswer.of(input, series, ask);
            case "theta" -> theta(series, ask);
            case "croston", "sba", "sbj", "tsb" -> ForecastAnswer.of(intermittent(input, model, series, ask));
            default ->
                ForecastAnswer.of(Optional.ofNullable(SIMPLE.get(model))
                        .orElseThrow(() -> new InvalidInputException("model", "unknown model " + model))
                        .forecast(series, ask));
        };
    }

    private static ObjectNode theta(Series series, ForecastMethod.Ask ask) {
        Optional<Theta> theta = Theta.of(series, ask.h(), ask.levels());
        ObjectNode output = ForecastAnswer.of(
                theta.map(Theta::forecast).orElseGet(() -> ForecastMethod.THETA.forecast(series, ask)));
        theta.ifPresent(found -> output.put("alpha", found.alpha()).put("drift", found.drift()));
        return output;
    }

    private static Forecast intermittent(Input input, String model, Series series, ForecastMethod.Ask ask) {
        double alpha = SeriesInput.number(input, "alpha", Intermittent.USUAL_ALPHA);
        if (model.equals("tsb")) {
            double beta = SeriesInput.number(input, "beta", Intermittent.USUAL_ALPHA);
            return Intermittent.tsb(series, alpha, beta, ask.h(), ask.levels());
        }
        Intermittent.Method method = switch (model) {
            case "sba" -> Intermittent.Method.SBA;
            case "sbj" -> Intermittent.Method.SBJ;
            default -> Intermittent.Method.CROSTON;
        };
        return Intermittent.croston(method, series, alpha, ask.h(), ask.levels());
    }

    private static ObjectNode auto(Series series, ForecastMethod.Ask ask) {
        DemandForecast found = DemandForecast.of(series, ask);
        ObjectNode output = ForecastAnswer.of(found.forecast())
                .put("chosen", found.method().name())
                .put("benchmark", found.benchmark().name())
                .put("why", found.reason());
        ArrayNode scores = output.putArray("scores");
        for (DemandForecast.Score score : found.scores()) {
            ObjectNode row = scores.addObject()
                    .put("method", score.method().name())
                    .put("mae", score.errors().mae())
                    .put("smape", score.errors().smape());
            if (score.errors().mase().isPresent()) {
                row.put("mase", score.errors().mase().getAsDouble());
            } else {
                row.putNull("mase").put("reason", "the past has no seasonal difference to scale by");
            }
        }
        return output;
    }
}
