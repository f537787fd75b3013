package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.Power;
import dev.aisle.compute.Json;
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
                {"type":"object","required":["n_total"],"properties":{
                 "rate":{"type":"number","description":"of a yes or no, in (0, 1)"},
                 "mean":{"type":"number","description":"instead of rate, with sd"},"sd":{"type":"number"},
                 "effect_rel":{"type":"number","description":"as a share of the mean; left out: power is null"},
                 "n_total":{"type":"number","description":"units of all variations"},
                 "variations":{"type":"integer","minimum":2,"default":2},
                 "alpha":{"type":"number","default":0.05},
                 "tuning":{"type":"number","description":"looked at any time instead of once: after how many units the interval is tightest"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"rate\":0.1,\"effect_rel\":0.05,\"n_total\":40000,\"variations\":2}");
    }

    @Override
    public JsonNode apply(Input input) {
        Power power = power(input);
        ObjectNode output = Json.STRICT.createObjectNode();
        input.optional("effect_rel")
                .map(value -> Numbers.number("effect_rel", value))
                .ifPresentOrElse(effect -> output.put("power", power.of(effect)), () -> output.putNull("power"));
        double effect = power.minimumDetectableEffect(USUAL_POWER);
        if (Double.isNaN(effect)) {
            return output.putNull("mde_80").put("reason", "too few units for any increase");
        }
        return output.put("mde_80", effect);
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
