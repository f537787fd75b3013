package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastFunctionsTest {
    private static JsonNode answer(String function, JsonNode input) {
        Shell shell = Shell.run("{\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        assertThat(shell.lines()).hasSize(1);
        return Json.constant(shell.lines().getFirst());
    }

    private static JsonNode output(String function, JsonNode input) {
        JsonNode answer = answer(function, input);
        assertThat(answer.has("output")).as("%s", answer).isTrue();
        return answer.get("output");
    }

    private static JsonNode json(String text) {
        return Json.constant(text);
    }

    private static JsonNode vectors() throws IOException {
        return Json.STRICT.readTree(
                Files.readString(Shared.path("vectors/marketing/forecast/r_forecast_vectors.json")));
    }

    /** A series by the name of a row that begins with it. */
    private static ObjectNode input(String model, String row) throws IOException {
        String series = row.contains("_") ? row.substring(0, row.indexOf('_')) : row;
        ObjectNode input = Json.STRICT.createObjectNode().put("model", model);
        ArrayNode y = input.putArray("y");
        Files.readAllLines(Shared.path("data/series/" + series + ".csv")).stream()
                .skip(1)
                .forEach(line -> y.add(Double.parseDouble(line.substring(line.indexOf(',') + 1))));
        return input.put("frequency", series.equals("Nile") || series.equals("WWWusage") ? 1 : 12);
    }

    private static void assertNumbers(JsonNode found, JsonNode expected, double tolerance) {
        assertThat(found.size()).isEqualTo(expected.size());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).asDouble()).isCloseTo(expected.get(i).asDouble(), within(tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AirPassengers_mult, multiplicative",
        "AirPassengers_add, additive",
        "co2_add, additive",
        "Nile_ses, none"
    })
    void holtWintersOfRIsMet(String row, String seasonal) throws IOException {
        JsonNode expected = vectors().at("/holtwinters/" + row);

        JsonNode found = output(
                "forecast.fit",
                input("holtwinters", row)
                        .put("seasonal", seasonal)
                        .put("h", expected.get("forecast").size()));

        assertThat(found.get("alpha").asDouble())
                .isCloseTo(expected.get("alpha").asDouble(), within(1e-3));
        assertThat(found.path("beta").asDouble(0))
                .isCloseTo(expected.get("beta").asDouble(0), within(1e-3));
        assertThat(found.path("gamma").asDouble(0))
                .isCloseTo(expected.get("gamma").asDouble(0), within(1e-3));
        assertThat(found.get("SSE").asDouble())
                .isCloseTo(expected.get("SSE").asDouble(), Percentage.withPercentage(1e-3));
        assertNumbers(found.get("mean"), expected.get("forecast"), 0.05);
    }

    @Test
    void holtWintersWithGivenParametersAndStartIsThatOfR() throws IOException {
        JsonNode expected = vectors().at("/holtwinters_fixed/given_start");
        ObjectNode input = input("holtwinters", "AirPassengers")
                .put("seasonal", "multiplicative")
                .put("h", 12);
        input.put("alpha", 0.2).put("beta", 0.1).put("gamma", 0.1);
        for (String start : List.of("l.start", "b.start", "s.start")) {
            input.set(start, expected.get(start));
        }

        JsonNode found = output("forecast.fit", input);

        assertNumbers(found.get("mean"), expected.get("forecast12"), 1e-8);
        expected.get("coefficients")
                .properties()
                .forEach(entry -> assertThat(
                                found.at("/coefficients/" + entry.getKey()).asDouble())
                        .isCloseTo(entry.getValue().asDouble(), within(1e-8)));
    }

    @ParameterizedTest
    @CsvSource({"Nile", "nottem", "co2"})
    void etsOfRIsMet(String row) throws IOException {
        JsonNode expected = vectors().at("/ets/" + row);

        JsonNode found = output(
                "forecast.fit", input("ets", row).put("h", expected.get("mean").size()));

        assertThat(found.get("method")).isEqualTo(expected.get("method"));
        for (String field : List.of("loglik", "aic", "aicc", "bic")) {
            assertThat(found.get(field).asDouble())
                    .isCloseTo(expected.get(field).asDouble(), within(0.5));
        }
        assertThat(found.get("par").size()).isEqualTo(expected.get("par").size());
        assertNumbers(found.get("mean"), expected.get("mean"), 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nile_naive, naive",
        "Nile_drift, drift",
        "Nile_mean, mean",
        "AirPassengers_snaive, snaive",
        "Nile_ses, ses"
    })
    void benchmarksOfRAreMet(String row, String model) throws IOException {
        JsonNode expected = vectors().at("/benchmarks/" + row);

        JsonNode found = output(
                "forecast.fit", input(model, row).put("h", expected.get("mean").size()));

        assertNumbers(found.get("mean"), expected.get("mean"), 1e-3);
        for (int step = 0; step < expected.get("lower").size(); step++) {
            assertNumbers(found.get("lower").get(step), expected.get("lower").get(step), 1e-3);
            assertNumbers(found.get("upper").get(step), expected.get("upper").get(step), 1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"AirPassengers_h12", "WWWusage_h10", "Nile_h10"})
    void thetaOfRIsMet(String row) throws IOException {
        JsonNode expected = vectors().at("/theta/" + row);

        JsonNode found = output(
                "forecast.fit",
                input("theta", row).put("h", expected.get("mean").size()));

        assertNumbers(found.get("mean"), expected.get("mean"), 1e-2);
        assertThat(found.get("alpha").asDouble())
                .isCloseTo(expected.get("alpha").asDouble(), within(1e-2));
    }

    @Test
    void rareDemandIsForecastAsPublished() throws IOException {
        JsonNode expected = Json.STRICT.readTree(
                Files.readString(Shared.path("vectors/marketing/forecast/intermittent_vectors.json")));

        for (String model : List.of("croston", "sba", "sbj")) {
            expected.get(model).properties().forEach(entry -> {
                ObjectNode input = Json.STRICT
                        .createObjectNode()
                        .put("model", model)
                        .put("alpha", Double.parseDouble(entry.getKey()))
                        .put("h", 1);
                input.set("y", expected.get("y"));
                assertThat(output("forecast.fit", input).at("/mean/0").asDouble())
                        .isCloseTo(entry.getValue().asDouble(), within(1e-9));
            });
        }
    }

    @Test
    void aDecompositionHasItsSeasonOnceOrPerPeriod() throws IOException {
        JsonNode expected = vectors().at("/stl/nottem_per");
        ObjectNode input = input("", "nottem").put("method", "stl");

        JsonNode stl = output("forecast.decompose", input);
        assertNumbers(stl.get("seasonal"), expected.get("seasonal"), 1e-9);
        assertNumbers(stl.get("trend"), expected.get("trend"), 1e-9);
        assertNumbers(stl.get("remainder"), expected.get("remainder"), 1e-9);

        ObjectNode several = input.deepCopy().put("method", "mstl");
        several.putArray("frequency").add(12).add(36);
        assertThat(output("forecast.decompose", several).get("seasonal").size()).isEqualTo(2);

        JsonNode classical = output("forecast.decompose", input.put("method", "classical"));
        assertThat(classical.at("/trend/0").isNull()).isTrue();
        assertThat(classical.get("reason").asText()).isNotBlank();
        assertThat(classical.get("figure").size()).isEqualTo(12);
    }

    @Test
    void theChoiceByBackTestNamesItsBenchmark() throws IOException {
        JsonNode found = output("forecast.fit", input("auto", "AirPassengers").put("h", 12));

        assertThat(found.get("benchmark").asText()).isEqualTo("SEASONAL_NAIVE");
        assertThat(found.get("scores").size()).isGreaterThan(3);
        assertThat(found.get("why").asText()).contains("below the benchmark");
    }

    @Test
    void whatIsNotKnownIsNullWithAReason() {
        JsonNode one = output("forecast.fit", json("{\"model\":\"naive\",\"y\":[3],\"h\":2}"));
        JsonNode five = output("forecast.fit", json("{\"model\":\"auto\",\"y\":[5,5,5,5,5,5,5,5,5,5,5,6]}"));

        assertThat(one.get("mean")).isEqualTo(json("[3.0,3.0]"));
        assertThat(one.get("lower").isNull()).isTrue();
        assertThat(one.get("reason").asText()).isNotBlank();
        assertThat(five.toString()).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ets", "ses", "holt", "theta", "auto", "croston", "tsb", "drift", "mean", "snaive", "stl_ets"})
    void shortConstantAndZeroSeriesHaveFiniteAnswers(String model) {
        for (String y : List.of("[0]", "[1,2]", "[1,2,3]", "[4,4,4,4,4,4,4,4,4]", "[0,0,0,0,0,0,0,0,0,0,0,0]")) {
            JsonNode found = output(
                    "forecast.fit", json("{\"model\":\"" + model + "\",\"frequency\":4,\"h\":3,\"y\":" + y + "}"));

            assertThat(found.get("mean").size()).isEqualTo(3);
            found.get("mean").forEach(mean -> assertThat(mean.isNumber()).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forecast.fit|{\"model\":\"ets\",\"y\":[]}|y",
                "forecast.fit|{\"model\":\"ets\",\"y\":[1,null,2]}|y[1]",
                "forecast.fit|{\"model\":\"ets\",\"y\":[1,2,3],\"spec\":\"MMM\"}|frequency",
                "forecast.fit|{\"model\":\"ets\",\"y\":[1,2,0],\"spec\":\"MNN\"}|y",
                "forecast.fit|{\"model\":\"crystal ball\",\"y\":[1]}|model",
                "forecast.fit|{\"model\":\"naive\",\"y\":[1],\"levels\":[100]}|levels",
                "forecast.fit|{\"model\":\"naive\",\"y\":[1],\"h\":0}|h",
                "forecast.fit|{\"model\":\"holtwinters\",\"y\":[1,2,3],\"frequency\":12}|y",
                "forecast.fit|{\"model\":\"croston\",\"y\":[1,-2]}|y",
                "forecast.fit|{\"model\":\"croston\",\"y\":[1,2],\"alpha\":2}|alpha",
                "forecast.decompose|{\"method\":\"stl\",\"y\":[1,2,3],\"frequency\":4}|y",
                "forecast.decompose|{\"method\":\"stl\",\"y\":[1,2,3,4],\"frequency\":1}|frequency",
                "forecast.decompose|{\"method\":\"x11\",\"y\":[1,2,3,4],\"frequency\":2}|method"
            })
    void whatCantBeUsedNamesItsField(String function, String input, String field) {
        assertThat(answer(function, json(input)).at("/error/field").asText()).isEqualTo(field);
    }
}
