package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.offpolicy.OffPolicy;
import dev.aisle.compute.Json;
import java.util.function.DoubleFunction;

/** {@code ope.evaluate}: what a policy would have earned. */
final class OpeEvaluate implements Function {
    private static final double[] USUAL_CLIPS = {1, 2, 5, 10};
    private static final double[] SHRINKAGES = {1, 10, 100};
    private static final double[] SMOOTHINGS = {0.1, 0.5};

    @Override
    public String name() {
        return "ope.evaluate";
    }

    @Override
    public String summary() {
        return "What a policy would have earned, from the log of another one with its propensities.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["logged","evaluation_policy"],"properties":{
                 "logged":{"type":["string","array"],"description":"a CSV with item_id, click, propensity_score, as in the Open Bandit Dataset; or its rows, the header first"},
                 "evaluation_policy":{"type":"string","description":"uniform, or a CSV with item_id, probability"},
                 "actions":{"type":"integer","description":"how many items there are; left out: the greatest item_id and one"},
                 "clips":{"type":"array","items":{"type":"number"},"default":[1,2,5,10],"description":"of clipped_ips, switch_dr and dr_clipped"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"logged":[["item_id","click","propensity_score"],[0,1,0.5],[1,0,0.5],[0,0,0.5],[1,1,0.5]],"evaluation_policy":"uniform","clips":[1,5]}""");
    }

    @Override
    public JsonNode apply(Input input) {
        OffPolicy policy = new OffPolicy(new OpeLog(input).choices(input.text("evaluation_policy")));
        double[] clips = input.optional("clips")
                .map(value -> Numbers.list("clips", value))
                .orElse(USUAL_CLIPS);
        ObjectNode output = Json.STRICT.createObjectNode().put("n", policy.size());
        Numbers.put(output, "ips", policy.ips().mean());
        Numbers.put(output, "ips_se", policy.ips().error());
        Numbers.put(output, "snips", policy.snips());
        Numbers.put(output, "dm", policy.direct());
        Numbers.put(output, "dr", policy.doublyRobust().mean());
        Numbers.put(output, "dr_se", policy.doublyRobust().error());
        Numbers.put(output, "sndr", policy.selfNormalisedDr());
        each(
                output.putObject("clipped_ips"),
                clips,
                clip -> policy.clippedIps(clip).mean());
        each(output.putObject("switch_dr"), clips, clip -> policy.switchDr(clip).mean());
        each(
                output.putObject("dr_clipped"),
                clips,
                clip -> policy.clippedDr(clip).mean());
        each(
                output.putObject("dr_os"),
                SHRINKAGES,
                lambda -> policy.optimisticDr(lambda).mean());
        each(
                output.putObject("sg_ips"),
                SMOOTHINGS,
                lambda -> policy.subgaussianIps(lambda).mean());
        Numbers.put(output, "ess", policy.effectiveSampleSize());
        Numbers.put(output, "mean_weight", policy.meanWeight());
        Numbers.put(output, "max_weight", policy.greatestWeight());
        output.put("trustworthy", policy.trustworthy());
        if (!policy.trustworthy()) {
            output.put(
                    "reason",
                    "the estimate hangs on too few choices: log more, or ask about a policy nearer to the logged one");
        }
        return output;
    }

    private static void each(ObjectNode output, double[] clips, DoubleFunction<Double> of) {
        for (double clip : clips) {
            String name = clip == Math.rint(clip) ? Long.toString((long) clip) : Double.toString(clip);
            output.put(name, of.apply(clip));
        }
    }
}
