package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.MoreUnits;
import dev.aisle.algorithms.experiment.Posterior.Prior;
import dev.aisle.algorithms.experiment.Power;
import dev.aisle.compute.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code experiment.power}: what an experiment will be able to see. */
final class ExperimentPower implements Function {
    private static final double USUAL_POWER = 0.8;

    @Override
    public String name() {
        return "experiment.power";
    }

    @Override
    public String summary() {
        return "How likely an effect is found, and the least effect that is found four times in five.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "rate":{"type":"number","description":"of a yes or no, in (0, 1)"},
                 "mean":{"type":"number","description":"instead of rate, with sd"},"sd":{"type":"number"},
                 "effect_rel":{"type":"number","description":"as a share of the mean; left out: power is null"},
                 "n_total":{"type":"number","description":"units of all variations"},
                 "variations":{"type":"integer","minimum":2,"default":2},
                 "alpha":{"type":"number","default":0.05},
                 "prior":{"type":"object","description":"{mean, variance} of the effect: the power of a Bayesian test; mde_80 is null"},
                 "control":{"type":"object","description":"instead of n_total, of an experiment that runs: n, sum, sum_squares; with treatment, target_mde"},
                 "treatment":{"type":"object"},
                 "target_mde":{"type":"number","description":"the relative effect that is to be found"},
                 "target_power":{"type":"number","default":0.8,"description":"answers scaling_factor: how many more units that takes, as a share of those there are"},
                 "tuning":{"type":"number","description":"looked at any time instead of once: after how many units the interval is tightest"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"rate\":0.1,\"effect_rel\":0.05,\"n_total\":40000,\"variations\":2}");
    }

    @Override
    public JsonNode apply(Input input) {
        ObjectNode output = Json.STRICT.createObjectNode();
        if (input.optional("control").isPresent()) {
            return scaled(output, input);
        }
        Power power = power(input);
        Prior prior = ExperimentCompare.prior(input);
        if (prior != null) {
            double effect = ExperimentCompare.number(input, "effect_rel");
            double variance = power.varianceOf(effect);
            MoreUnits now = new MoreUnits(variance, (long) (2 * power.perVariation()), power.alpha(), null, prior);
            return output.put("power", now.power(effect, 0))
                    .putNull("mde_80")
                    .put("reason", "the least effect isn't computed for a prior");
        }
        input.optional("effect_rel")
                .map(value -> Numbers.number("effect_rel", value))
                .ifPresentOrElse(effect -> output.put("power", power.of(effect)), () -> output.putNull("power"));
        double effect = power.minimumDetectableEffect(USUAL_POWER);
        if (Double.isNaN(effect)) {
            return output.putNull("mde_80").put("reason", "too few units for any increase");
        }
        return output.put("mde_80", effect);
    }

    private static ObjectNode scaled(ObjectNode output, Input input) {
        ExperimentArms arms = new ExperimentArms(input);
        Optional<Effect> effect = arms.effect();
        if (effect.isEmpty()) {
            return output.putNull("scaling_factor")
                    .put(
                            "reason",
                            "nothing to compare: an arm of fewer than two, no variance, or a control whose mean is 0");
        }
        double error = effect.get().error();
        MoreUnits more = new MoreUnits(
                error * error,
                arms.units(),
                ExperimentCompare.level(input),
                tuning(input),
                ExperimentCompare.prior(input));
        double wanted = input.optional("target_power")
                .map(value -> Numbers.number("target_power", value))
                .orElse(USUAL_POWER);
        if (!(wanted > 0 && wanted < 1)) {
            throw new InvalidInputException("target_power", "expected a probability between 0 and 1");
        }
        double target = Math.abs(ExperimentCompare.number(input, "target_mde"));
        output.put("power", more.power(target, 0));
        double needed = more.needed(target, wanted);
        return Double.isFinite(needed)
                ? output.put("scaling_factor", needed)
                : output.putNull("scaling_factor")
                        .put("reason", "a thousand million times as many units aren't enough");
    }

    private static Power power(Input input) {
        int variations = input.optional("variations").isPresent() ? input.integer("variations", 2) : 2;
        double each = ExperimentCompare.positive("n_total", ExperimentCompare.number(input, "n_total")) / variations;
        double alpha = ExperimentCompare.level(input);
        if (input.optional("rate").isPresent()) {
            double rate = ExperimentCompare.number(input, "rate");
            if (!(rate > 0 && rate < 1)) {
                throw new InvalidInputException("rate", "expected a rate between 0 and 1");
            }
            return Power.ofRate(rate, each, alpha, tuning(input));
        }
        double mean = ExperimentCompare.number(input, "mean");
        if (mean == 0) {
            throw new InvalidInputException("mean", "expected another number than 0: effects are relative to it");
        }
        double deviation = ExperimentCompare.positive("sd", ExperimentCompare.number(input, "sd"));
        return new Power(mean, deviation * deviation, each, alpha, tuning(input));
    }

    private static @Nullable Double tuning(Input input) {
        return input.optional("tuning")
                .map(value -> ExperimentCompare.positive("tuning", Numbers.number("tuning", value)))
                .orElse(null);
    }
}
