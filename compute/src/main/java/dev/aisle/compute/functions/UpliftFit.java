package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.uplift.AverageEffect;
import dev.aisle.algorithms.uplift.BaseLearner.Prediction;
import dev.aisle.algorithms.uplift.LeastSquares;
import dev.aisle.algorithms.uplift.Trial;
import dev.aisle.algorithms.uplift.UpliftLearner;
import dev.aisle.algorithms.uplift.UpliftQuality;
import dev.aisle.compute.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** {@code uplift.fit}: whom an offer moves, learned from offers that chance gave. */
final class UpliftFit implements Function {
    private static final String EVEN = "even";

    @Override
    public String name() {
        return "uplift.fit";
    }

    @Override
    public String summary() {
        return "Uplift of each person by a T-, X-, S- or DR-learner with least squares, and how well it ranks the rows that weren't learned from.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["data","treatment","arm","control","outcome","features"],"properties":{
                 "data":{"type":["string","array"],"description":"path of a CSV with a header, also gzipped; or its rows, the header first"},
                 "treatment":{"type":"string","description":"the column that says who got what; by chance"},
                 "arm":{"type":"string","description":"its value for the offer"},
                 "control":{"type":"string","description":"its value for no offer; other rows aren't looked at"},
                 "outcome":{"type":"string","description":"a column of numbers: 0 and 1, or an amount"},
                 "features":{"type":"array","items":{"type":"string"},"description":"columns known before; column=value is 1 where it is so; texts become such columns"},
                 "learner":{"enum":["t","x","s","dr","transformed_outcome"],"default":"t"},
                 "ridge":{"type":"number","minimum":0,"default":0},
                 "split":{"type":["string","number"],"default":"even","description":"even: rows of the file with an even number from 0 are learned from, the others tested; or the share learned from, drawn by seed"},
                 "seed":{"type":"integer","default":1}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"data":[["mail","visit","recency"],["yes",1,1],["yes",1,2],["no",0,1],["no",0,2],["yes",1,3],["yes",0,9],["no",1,3],["no",0,9],
                  ["yes",1,2],["yes",0,8],["no",0,2],["no",1,8]],
                 "treatment":"mail","arm":"yes","control":"no","outcome":"visit","features":["recency"],"learner":"t"}""");
    }

    @Override
    public JsonNode apply(Input input) {
        UpliftLearner learner = learner(input.optionalText("learner").orElse("t"));
        double ridge = input.optional("ridge")
                .map(node -> OfferRows.notNegative("ridge", Numbers.number("ridge", node)))
                .orElse(0.0);
        IntPredicate learned = split(input);
        UpliftRows rows = UpliftRows.of(input);
        Trial test = rows.trial(learned.negate());
        double[] scores;
        try {
            Prediction uplift = learner.fit(rows.trial(learned), new LeastSquares(ridge));
            scores = Arrays.stream(test.features()).mapToDouble(uplift::of).toArray();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("features", String.valueOf(e.getMessage()));
        }
        return output(AverageEffect.of(rows.trial(row -> true)), scores, test);
    }

    private static UpliftLearner learner(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace("_LEARNER", "");
        return Arrays.stream(UpliftLearner.values())
                .filter(learner -> learner.name().equals(upper))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("learner", "expected one of t, x, s, dr, transformed_outcome"));
    }

    private static IntPredicate split(Input input) {
        JsonNode split = input.optional("split").orElse(Json.constant("\"" + EVEN + "\""));
        if (split.isTextual()
                && (split.textValue().equals(EVEN) || split.textValue().contains("% 2 == 0"))) {
            return row -> row % 2 == 0;
        }
        if (!split.isNumber() || !(split.doubleValue() > 0 && split.doubleValue() < 1)) {
            throw new InvalidInputException("split", "expected \"even\" or a share between 0 and 1");
        }
        long seed = input.optional("seed").isPresent() ? Numbers.whole("seed", input.required("seed")) : 1;
        double share = split.doubleValue();
        // A draw by the row's number, so that it doesn't depend on which rows are looked at.
        return row -> new SplittableRandom(seed * 0x9E3779B97F4A7C15L + row).nextDouble() < share;
    }

    private static ObjectNode output(AverageEffect average, double[] scores, Trial test) {
        UpliftQuality quality = UpliftQuality.of(scores, test);
        ObjectNode output = Json.STRICT.createObjectNode();
        put(output, "ate", average.effect());
        put(output, "ate_se", average.error());
        put(output, "qini_auc", quality.qiniAuc());
        put(output, "qini_auc_no_negative_effect", quality.qiniAucWithoutHarm());
        put(output, "uplift_auc", quality.upliftAuc());
        put(output, "qini_area", quality.qiniArea());
        put(output, "qini_perfect_area", quality.qiniPerfectArea());
        put(output, "qini_random_area", quality.qiniRandomArea());
        ArrayNode deciles = output.putArray("deciles");
        for (UpliftQuality.Decile decile : quality.deciles()) {
            ObjectNode one = deciles.addObject().put("n", decile.people());
            if (Double.isFinite(decile.uplift())) {
                one.put("uplift", decile.uplift());
            } else {
                one.putNull("uplift").put("reason", "an arm is empty in this tenth");
            }
        }
        output.put("mean_score", Arrays.stream(scores).average().orElse(0));
        ArrayNode each = output.putArray("scores");
        Arrays.stream(scores).forEach(each::add);
        return output;
    }

    private static void put(ObjectNode output, String field, double value) {
        if (Double.isFinite(value)) {
            output.put(field, value);
        } else {
            output.putNull(field)
                    .withObjectProperty("reason")
                    .put(
                            field,
                            "needs an outcome of 0 and 1, and people whom the offer can move; an error needs two a group");
        }
    }
}
