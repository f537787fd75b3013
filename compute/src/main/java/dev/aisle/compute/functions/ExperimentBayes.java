package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.BetaArms;
import dev.aisle.compute.Json;

/** {@code experiment.bayes}: which of several rates is the best. */
final class ExperimentBayes implements Function {
    @Override
    public String name() {
        return "experiment.bayes";
    }

    @Override
    public String summary() {
        return "Which of several arms has the best rate, how sure that is, and what a wrong choice costs.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["arms"],"properties":{
                 "arms":{"type":"array","minItems":1,"items":{"type":"array","items":{"type":"integer","minimum":0}},"description":"[successes, n] an arm"},
                 "prior_alpha":{"type":"number","default":1},"prior_beta":{"type":"number","default":1}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"arms\":[[100,1000],[120,1000]],\"prior_alpha\":1,\"prior_beta\":1}");
    }

    @Override
    public JsonNode apply(Input input) {
        JsonNode rows = input.required("arms");
        int count = rows.isArray() ? rows.size() : 0;
        if (count == 0) {
            throw new InvalidInputException("arms", "expected a list of [successes, n]");
        }
        long[] successes = new long[count];
        long[] units = new long[count];
        for (int arm = 0; arm < count; arm++) {
            long[] row = Numbers.wholes("arms." + arm, rows.get(arm));
            if (row.length != 2 || row[0] < 0 || row[1] < row[0]) {
                throw new InvalidInputException("arms." + arm, "expected [successes, n] with 0 ≤ successes ≤ n");
            }
            successes[arm] = row[0];
            units[arm] = row[1];
        }
        return output(new BetaArms(successes, units, prior(input, "prior_alpha"), prior(input, "prior_beta")));
    }

    private static double prior(Input input, String field) {
        return input.optional(field)
                .map(value -> ExperimentCompare.positive(field, Numbers.number(field, value)))
                .orElse(1.0);
    }

    private static ObjectNode output(BetaArms arms) {
        ObjectNode output = Json.STRICT.createObjectNode();
        numbers(output.putArray("p_best"), arms.best());
        numbers(output.putArray("expected_loss"), arms.expectedLoss());
        ArrayNode intervals = output.putArray("cred95");
        for (double[] interval : arms.intervals(0.95)) {
            numbers(intervals.addArray(), interval);
        }
        double[] means = arms.means();
        if (means.length == 2) {
            output.put("mean_diff", means[1] - means[0]);
        }
        return output;
    }

    private static void numbers(ArrayNode list, double[] numbers) {
        for (double number : numbers) {
            list.add(number);
        }
    }
}
