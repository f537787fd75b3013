package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.SampleRatio;
import dev.aisle.algorithms.experiment.SampleRatioWatch;
import dev.aisle.compute.Json;

/** {@code experiment.srm}: whether units are split as planned. */
final class ExperimentSrm implements Function {
    @Override
    public String name() {
        return "experiment.srm";
    }

    @Override
    public String summary() {
        return "Whether units are split over the arms as planned: once by χ², or at every look.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "users":{"type":"array","items":{"type":"number","minimum":0},"description":"units an arm"},
                 "weights":{"type":"array","items":{"type":"number","minimum":0},"description":"as planned; an arm of weight 0 doesn't count"},
                 "theta0":{"type":"array","items":{"type":"number"},"description":"instead: planned shares that sum to 1, to look at any time"},
                 "dirichlet_k":{"type":"number","default":10000,"description":"how sharply small deviations are looked for"},
                 "alpha":{"type":"number","default":0.05},
                 "stream":{"type":"array","items":{"type":"integer"},"description":"with theta0: the arm of each unit, in order"},
                 "batches":{"type":"array","items":{"type":"array","items":{"type":"number"}},"description":"with theta0: units an arm, look by look"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"users\":[1000,1200],\"weights\":[0.5,0.5]}");
    }

    @Override
    public JsonNode apply(Input input) {
        return input.optional("theta0").isPresent() ? watched(input) : once(input);
    }

    private static ObjectNode once(Input input) {
        double[] users = notNegative("users", input);
        double[] weights = notNegative("weights", input);
        if (weights.length < users.length) {
            throw new InvalidInputException("weights", "expected one for each of the " + users.length + " arms");
        }
        SampleRatio ratio = SampleRatio.of(users, weights);
        return Json.STRICT.createObjectNode().put("p", ratio.p()).put("df", ratio.freedom());
    }

    private static double[] notNegative(String field, Input input) {
        double[] numbers = Numbers.list(field, input.required(field));
        for (int n = 0; n < numbers.length; n++) {
            if (numbers[n] < 0) {
                throw new InvalidInputException(field + "." + n, "expected 0 or more");
            }
        }
        return numbers;
    }

    private static ObjectNode watched(Input input) {
        double[] plan = Numbers.list("theta0", input.required("theta0"));
        double sharpness = input.optional("dirichlet_k")
                .map(value -> ExperimentCompare.positive("dirichlet_k", Numbers.number("dirichlet_k", value)))
                .orElse(10_000.0);
        double alpha = ExperimentCompare.level(input);
        SampleRatioWatch watch;
        try {
            watch = new SampleRatioWatch(plan, sharpness, alpha);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("theta0", "expected shares above 0 that sum to 1");
        }
        return input.optional("batches").isPresent()
                ? batches(input, watch, plan.length)
                : stream(input, watch, plan.length, alpha);
    }

    private static ObjectNode batches(Input input, SampleRatioWatch watch, int arms) {
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode values = output.putArray("p_values");
        JsonNode batches = input.required("batches");
        for (int batch = 0; batch < batches.size(); batch++) {
            String field = "batches." + batch;
            double[] units = Numbers.list(field, batches.get(batch));
            if (units.length != arms) {
                throw new InvalidInputException(field, "expected a number for each of the " + arms + " arms");
            }
            values.add(watch.add(units));
        }
        return intervals(output.put("p", watch.p()), watch);
    }

    private static ObjectNode stream(Input input, SampleRatioWatch watch, int arms, double alpha) {
        long[] stream = Numbers.wholes("stream", input.required("stream"));
        ObjectNode output = Json.STRICT.createObjectNode().putNull("stop_n");
        for (int n = 0; n < stream.length && watch.p() >= alpha; n++) {
            if (stream[n] < 0 || stream[n] >= arms) {
                throw new InvalidInputException("stream." + n, "expected an arm from 0 to " + (arms - 1));
            }
            double[] one = new double[arms];
            one[(int) stream[n]] = 1;
            if (watch.add(one) < alpha) {
                output.put("stop_n", n + 1);
            }
        }
        return intervals(output.put("p", watch.p()), watch);
    }

    private static ObjectNode intervals(ObjectNode output, SampleRatioWatch watch) {
        ArrayNode intervals = output.putArray("conf_int");
        for (double[] interval : watch.intervals()) {
            intervals.addArray().add(interval[0]).add(interval[1]);
        }
        return output;
    }
}
