package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.forecast.decompose.Classical;
import dev.aisle.algorithms.forecast.decompose.Decomposition;
import dev.aisle.algorithms.forecast.decompose.Mstl;
import dev.aisle.algorithms.forecast.decompose.Stl;
import dev.aisle.algorithms.forecast.decompose.StlOptions;
import dev.aisle.algorithms.forecast.decompose.StlOptions.Smoothing;
import dev.aisle.compute.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** {@code forecast.decompose}: a series into trend, seasons and remainder. */
final class ForecastDecompose implements Function {
    @Override
    public String name() {
        return "forecast.decompose";
    }

    @Override
    public String summary() {
        return "A series into trend, seasons and remainder by STL, MSTL or moving averages.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["method","y","frequency"],"properties":{
                 "method":{"enum":["stl","mstl","classical"]},
                 "y":{"type":"array","items":{"type":"number"},"description":"oldest first"},
                 "frequency":{"description":"values in a season, ≥ 2; a list for mstl"},
                 "s.window":{"description":"stl: a number, or periodic (the default); mstl: a list, default 11, 15, …"},
                 "t.window":{"type":"integer"},"robust":{"type":"boolean"},
                 "s.degree":{"type":"integer","enum":[0,1]},
                 "s.jump":{"type":"integer"},"t.jump":{"type":"integer"},"l.jump":{"type":"integer"},
                 "type":{"enum":["additive","multiplicative"],"description":"of classical"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"method":"stl","y":[5,7,9,4,6,8,11,5,7,9,12,6,8,10,13,7],"frequency":4,"robust":true}""");
    }

    @Override
    public JsonNode apply(Input input) {
        int[] periods = SeriesInput.wholes("frequency", input.required("frequency"), 2);
        if (periods.length == 0) {
            throw new InvalidInputException("frequency", "expected at least one");
        }
        double[] y = SeriesInput.series(input, periods[0]).toArray();
        return SeriesInput.named(() -> switch (input.text("method")) {
            case "stl" ->
                output(
                        Stl.of(
                                y,
                                options(
                                        input,
                                        periods[0],
                                        y.length,
                                        input.optionalText("s.window").orElse("periodic"))),
                        false);
            case "mstl" -> output(Mstl.of(y, mstl(input, periods, y.length)), true);
            case "classical" -> classical(input, y, periods[0]);
            default -> throw new InvalidInputException("method", "expected stl, mstl or classical");
        });
    }

    private static List<StlOptions> mstl(Input input, int[] periods, int length) {
        int[] fitting = Arrays.stream(periods)
                .sorted()
                .distinct()
                .filter(period -> 2 * period < length)
                .toArray();
        int[] windows = input.optional("s.window")
                .map(w -> SeriesInput.wholes("s.window", w, 1))
                .orElse(Mstl.windows(fitting.length));
        if (windows.length < fitting.length) {
            throw new InvalidInputException("s.window", "expected one for each frequency");
        }
        return IntStream.range(0, fitting.length)
                .mapToObj(i -> options(input, fitting[i], length, String.valueOf(windows[i])))
                .toList();
    }

    private static StlOptions options(Input input, int period, int length, String window) {
        boolean robust = input.flag("robust");
        StlOptions usual = window.equals("periodic")
                ? StlOptions.periodic(period, length, robust)
                : StlOptions.of(period, window(window), robust);
        return new StlOptions(
                period,
                usual.periodic(),
                smoothing(input, "s", usual.seasonal()),
                smoothing(input, "t", usual.trend()),
                smoothing(input, "l", usual.lowPass()),
                usual.inner(),
                usual.outer());
    }

    private static int window(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("s.window", "expected a whole number or periodic, got " + text);
        }
    }

    private static Smoothing smoothing(Input input, String which, Smoothing usual) {
        boolean season = which.equals("s");
        int window = season ? usual.window() : whole(input, which + ".window", usual.window());
        int degree = season ? whole(input, "s.degree", usual.degree()) : usual.degree();
        return new Smoothing(
                window,
                degree,
                whole(input, which + ".jump", Smoothing.of(window, degree).jump()));
    }

    private static int whole(Input input, String field, int otherwise) {
        return input.optional(field).map(n -> Input.integer(field, n, 0)).orElse(otherwise);
    }

    private static ObjectNode classical(Input input, double[] y, int period) {
        boolean multiplicative = switch (input.optionalText("type").orElse("additive")) {
            case "additive" -> false;
            case "multiplicative" -> true;
            default -> throw new InvalidInputException("type", "expected additive or multiplicative");
        };
        Classical found = Classical.of(y, period, multiplicative);
        ObjectNode output = output(found.parts(y), false);
        ForecastAnswer.array(output, "figure", found.figure());
        return output.put("reason", "trend and remainder are null in the half season at either end");
    }

    /** A list of seasons, shortest first, where there can be several; the season alone otherwise. */
    private static ObjectNode output(Decomposition parts, boolean perPeriod) {
        ObjectNode output = Json.STRICT.createObjectNode();
        ForecastAnswer.array(output, "trend", parts.trend());
        if (perPeriod) {
            ArrayNode seasonal = output.putArray("seasonal");
            parts.seasonal().forEach(season -> seasonal.add(ForecastAnswer.array(season.values())));
        } else {
            ForecastAnswer.array(output, "seasonal", parts.seasonal().getFirst().values());
        }
        ArrayNode periods = output.putArray("frequency");
        parts.seasonal().forEach(season -> periods.add(season.period()));
        ForecastAnswer.array(output, "remainder", parts.remainder());
        ForecastAnswer.array(output, "weights", parts.weights());
        return output;
    }
}
