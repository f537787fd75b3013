package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.Alternative;
import dev.aisle.algorithms.experiment.ConfidenceSequence;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.FixedHorizon;
import dev.aisle.algorithms.experiment.Posterior;
import dev.aisle.algorithms.experiment.Posterior.Prior;
import dev.aisle.algorithms.experiment.Verdict;
import dev.aisle.compute.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code experiment.compare}: what two arms say of each other. */
final class ExperimentCompare implements Function {
    private static final double USUAL_TUNING = 5_000;

    @Override
    public String name() {
        return "experiment.compare";
    }

    @Override
    public String summary() {
        return "The effect of a treatment beside a control, with its interval and p-value, or what is believed of it.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "type":{"type":"string","default":"frequentist","description":"frequentist, sequential (holds at every look), each also with _one_sided_greater or _one_sided_lesser; bayesian; risk (of mu and sigma); a name around these, such as cuped_frequentist_relative, is read for the word it holds; with quantile in it quantiles are compared, and ratio_frequentist_and_bayes_relative answers both"},
                 "control":{"type":"object","required":["n","sum"],"description":"n, sum, sum_squares; with CUPED also cov_sum, cov_sum_squares, sum_product; of a ratio denominator_sum, denominator_sum_squares, sum_product; of a ratio with CUPED both with cov_denominator_sum, cov_denominator_sum_squares, cov_sum_product (the covariate's two), main_cov_product, main_cov_denominator_product, denominator_cov_product, denominator_cov_denominator_product; of a quantile n, quantile_hat, quantile_lower, quantile_upper"},
                 "treatment":{"type":"object","description":"the same"},
                 "metric":{"enum":["mean","proportion"],"default":"mean","description":"of a proportion sum_squares isn't needed"},
                 "difference":{"enum":["relative","absolute"],"default":"relative"},
                 "relative_variance":{"enum":["exact","plugged_in"],"default":"exact","description":"with CUPED; plugged_in is GrowthBook's"},
                 "alpha":{"type":"number","default":0.05},
                 "tuning":{"type":"number","default":5000,"description":"sequential: after how many units the interval is tightest"},
                 "prior":{"description":"bayesian: {mean, variance} of the effect; left out or a text: nothing was known"},
                 "mu":{"type":"number"},"sigma":{"type":"number"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant(
                "{\"type\":\"frequentist\",\"difference\":\"absolute\",\"control\":{\"n\":3407,\"sum\":1396.87,\"sum_squares\":52377.9767},"
                        + "\"treatment\":{\"n\":3461,\"sum\":2422.7,\"sum_squares\":134698.29}}");
    }

    @Override
    public JsonNode apply(Input input) {
        String type = input.optionalText("type").orElse("frequentist");
        ObjectNode output = Json.STRICT.createObjectNode();
        if (type.equals("risk")) {
            Posterior belief = new Posterior(number(input, "mu"), positive("sigma", number(input, "sigma")));
            return risk(output, belief);
        }
        ExperimentArms arms = new ExperimentArms(input);
        double alpha = level(input);
        Optional<Effect> effect = type.contains("quantile") ? arms.ofQuantiles() : arms.effect();
        if (effect.isEmpty()) {
            return output.putNull("expected")
                    .put(
                            "reason",
                            "nothing to compare: an arm of fewer than two, no variance, or a control whose mean is 0");
        }
        if (type.contains("bayes")) {
            Posterior belief = Posterior.after(effect.get(), prior(input));
            if (!type.contains("frequentist")) {
                return belief(output, belief, alpha);
            }
            tested(output, effect.get(), frequentist(type, effect.get(), alpha))
                    .put("chanceToWin", belief.chanceToWin());
            return risk(output, belief);
        }
        Verdict verdict = type.contains("sequential")
                ? new ConfidenceSequence(alpha, tuning(input), alternative(type)).of(effect.get(), arms.units())
                : frequentist(type, effect.get(), alpha);
        return tested(output, effect.get(), verdict);
    }

    private static Verdict frequentist(String type, Effect effect, double alpha) {
        if (!type.contains("frequentist")) {
            throw new InvalidInputException(
                    "type", "expected frequentist, sequential, bayesian or risk; " + type + " isn't known");
        }
        return FixedHorizon.of(effect, alpha, alternative(type));
    }

    private static Alternative alternative(String type) {
        if (!type.contains("one_sided")) {
            return Alternative.TWO_SIDED;
        }
        return type.contains("lesser") ? Alternative.LESSER : Alternative.GREATER;
    }

    private static ObjectNode tested(ObjectNode output, Effect effect, Verdict verdict) {
        output.put("expected", effect.value());
        interval(output, verdict.low(), verdict.high());
        return output.put("se", effect.error()).put("df", effect.freedom()).put("p", verdict.p());
    }

    private static ObjectNode belief(ObjectNode output, Posterior belief, double alpha) {
        output.put("expected", belief.mean()).put("sd", belief.deviation());
        double[] interval = belief.interval(1 - alpha);
        interval(output, interval[0], interval[1]);
        output.put("chanceToWin", belief.chanceToWin());
        return risk(output, belief);
    }

    private static ObjectNode risk(ObjectNode output, Posterior belief) {
        output.putArray("risk").add(belief.riskOfControl()).add(belief.riskOfTreatment());
        return output;
    }

    private static void interval(ObjectNode output, double... ends) {
        ArrayNode interval = output.putArray("ci");
        for (double end : ends) {
            if (Double.isFinite(end)) {
                interval.add(end);
            } else {
                interval.addNull();
            }
        }
    }

    static @Nullable Prior prior(Input input) {
        return input.optional("prior")
                .filter(JsonNode::isObject)
                .map(prior -> new Prior(
                        Numbers.number("prior.mean", prior.path("mean")),
                        positive("prior.variance", Numbers.number("prior.variance", prior.path("variance")))))
                .orElse(null);
    }

    private static double tuning(Input input) {
        return input.optional("tuning")
                .map(value -> positive("tuning", Numbers.number("tuning", value)))
                .orElse(USUAL_TUNING);
    }

    static double level(Input input) {
        double alpha = input.optional("alpha")
                .map(value -> Numbers.number("alpha", value))
                .orElse(0.05);
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new InvalidInputException("alpha", "expected a level between 0 and 0.5");
        }
        return alpha;
    }

    static double number(Input input, String field) {
        return Numbers.number(field, input.required(field));
    }

    static double positive(String field, double value) {
        if (!(value > 0)) {
            throw new InvalidInputException(field, "expected a number above 0");
        }
        return value;
    }
}
