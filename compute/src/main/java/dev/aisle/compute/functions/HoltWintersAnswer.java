package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.forecast.ForecastMethod;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.algorithms.forecast.smooth.HoltWinters;
import dev.aisle.algorithms.forecast.smooth.HoltWintersFit;
import dev.aisle.algorithms.forecast.smooth.HoltWintersModel;
import dev.aisle.algorithms.forecast.smooth.HoltWintersModel.Season;
import dev.aisle.algorithms.forecast.smooth.HoltWintersStart;

/** Fits Holt and Winters, or runs them with given parameters and start, and writes it as R prints it. */
final class HoltWintersAnswer {
    private HoltWintersAnswer() {}

    static ObjectNode of(Input input, Series series, ForecastMethod.Ask ask) {
        HoltWintersModel model = model(input, series.period() > 1);
        HoltWintersFit fit =
                input.optional("alpha").isPresent() ? fixed(input, series, model) : HoltWinters.fit(series, model);
        ObjectNode output = ForecastAnswer.of(fit.forecast(ask.h(), ask.levels()));
        output.put("alpha", fit.alpha());
        if (model.trend()) {
            output.put("beta", fit.beta());
        }
        if (model.season() != Season.NONE) {
            output.put("gamma", fit.gamma());
        }
        output.put("SSE", fit.squares());
        ObjectNode coefficients = output.putObject("coefficients").put("a", fit.level());
        if (model.trend()) {
            coefficients.put("b", fit.growth());
        }
        for (int s = 0; s < fit.season().length; s++) {
            coefficients.put("s" + (s + 1), fit.season()[s]);
        }
        return output;
    }

    private static HoltWintersModel model(Input input, boolean seasonal) {
        Season season = switch (input.optionalText("seasonal").orElse(seasonal ? "additive" : "none")) {
            case "none" -> Season.NONE;
            case "additive" -> Season.ADDITIVE;
            case "multiplicative" -> Season.MULTIPLICATIVE;
            default -> throw new InvalidInputException("seasonal", "expected none, additive or multiplicative");
        };
        boolean trend = input.optional("trend").isPresent() ? input.flag("trend") : season != Season.NONE;
        return new HoltWintersModel(trend, season);
    }

    private static HoltWintersFit fixed(Input input, Series series, HoltWintersModel model) {
        HoltWintersStart usual = HoltWintersStart.of(series, model);
        double[] season = input.optional("s.start")
                .map(s -> SeriesInput.numbers("s.start", s))
                .orElse(usual.season());
        if (season.length != usual.season().length) {
            throw new InvalidInputException("s.start", "expected " + usual.season().length + " values");
        }
        HoltWintersStart start = new HoltWintersStart(
                SeriesInput.number(input, "l.start", usual.level()),
                model.trend() ? SeriesInput.number(input, "b.start", usual.growth()) : 0,
                season);
        return HoltWinters.at(series, model, start, share(input, "alpha"), share(input, "beta"), share(input, "gamma"));
    }

    private static double share(Input input, String field) {
        double share = SeriesInput.number(input, field, 0);
        if (share < 0 || share > 1) {
            throw new InvalidInputException(field, "expected 0 to 1");
        }
        return share;
    }
}
