package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.bandits.Floor;
import dev.aisle.algorithms.bandits.LinUcb;
import dev.aisle.algorithms.bandits.NormalArms;
import dev.aisle.algorithms.bandits.Ucb1;
import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.compute.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code bandit.weights}: which arm is shown how often next. */
final class BanditWeights implements Function {
    @Override
    public String name() {
        return "bandit.weights";
    }

    @Override
    public String summary() {
        return "How often each arm is shown next, or what each is worth with optimism.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["policy"],"properties":{
                 "policy":{"enum":["thompson","top_two_thompson","linucb","ucb1"]},
                 "arms":{"type":"array","items":{"type":"object"},"description":"thompson: n, sum, sum_squares; ucb1: n, sum of rewards in [0, 1]"},
                 "mean":{"type":"array","items":{"type":"number"},"description":"thompson, instead of arms: means and their standard deviations"},
                 "sd":{"type":"array","items":{"type":"number"}},
                 "floor":{"type":"number","default":0,"description":"least weight of each arm"},
                 "context_history":{"type":"array","description":"linucb: a context a row"},
                 "decisions":{"type":"array","items":{"type":"integer"},"description":"linucb: which arm, from 1"},
                 "rewards":{"type":"array","items":{"type":"number"}},
                 "contexts":{"type":"array","description":"linucb: what is asked about"},
                 "alpha":{"type":"number","default":1},"l2":{"type":"number","default":1}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant(
                "{\"policy\":\"top_two_thompson\",\"mean\":[0.1,0.12,0.11,0.09],\"sd\":[0.01,0.012,0.011,0.01]}");
    }

    @Override
    public JsonNode apply(Input input) {
        return switch (input.text("policy")) {
            case "thompson" -> weights(input, arms(input).best());
            case "top_two_thompson" -> weights(input, arms(input).topTwo());
            case "ucb1" -> ucb1(input);
            case "linucb" -> linUcb(input);
            default -> throw new InvalidInputException("policy", "expected thompson, top_two_thompson, linucb or ucb1");
        };
    }

    private static ObjectNode weights(Input input, double[] weights) {
        double floor = input.optional("floor")
                .map(value -> Numbers.number("floor", value))
                .orElse(0.0);
        return numbers("weights", Floor.under(weights, floor));
    }

    private static NormalArms arms(Input input) {
        if (input.optional("mean").isPresent()) {
            double[] means = Numbers.list("mean", input.required("mean"));
            double[] deviations = Numbers.list("sd", input.required("sd"));
            if (deviations.length != means.length || Arrays.stream(deviations).anyMatch(one -> !(one > 0))) {
                throw new InvalidInputException("sd", "expected a number above 0 for each mean");
            }
            return NormalArms.of(means, deviations);
        }
        List<Arm> arms = new ArrayList<>();
        for (JsonNode row : rows(input)) {
            String field = "arms." + arms.size();
            Arm arm = Arm.of(new Sums(count(field, row), at(field, row, "sum"), at(field, row, "sum_squares")));
            if (arm.n() < 2 || !(arm.variance() > 0)) {
                throw new InvalidInputException(field, "expected two units at least and some variance");
            }
            arms.add(arm);
        }
        return NormalArms.after(arms);
    }

    private static JsonNode rows(Input input) {
        JsonNode rows = input.required("arms");
        if (!rows.isArray() || rows.isEmpty()) {
            throw new InvalidInputException("arms", "expected a list of arms");
        }
        return rows;
    }

    private static double at(String field, JsonNode row, String name) {
        return Numbers.number(field + "." + name, row.path(name));
    }

    private static long count(String field, JsonNode row) {
        long n = Numbers.whole(field + ".n", row.path("n"));
        if (n < 0) {
            throw new InvalidInputException(field + ".n", "expected 0 or more");
        }
        return n;
    }

    private static ObjectNode ucb1(Input input) {
        JsonNode rows = rows(input);
        long[] trials = new long[rows.size()];
        double[] sums = new double[rows.size()];
        for (int arm = 0; arm < trials.length; arm++) {
            trials[arm] = count("arms." + arm, rows.get(arm));
            sums[arm] = at("arms." + arm, rows.get(arm), "sum");
        }
        double[] bounds = Ucb1.bounds(trials, sums);
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode expected = output.putArray("expected");
        for (double bound : bounds) {
            if (Double.isInfinite(bound)) {
                expected.addNull();
            } else {
                expected.add(bound);
            }
        }
        return output.put("chosen", greatest(bounds));
    }

    private static ObjectNode linUcb(Input input) {
        JsonNode history = input.required("context_history");
        long[] decisions = Numbers.wholes("decisions", input.required("decisions"));
        double[] rewards = Numbers.list("rewards", input.required("rewards"));
        JsonNode contexts = input.required("contexts");
        if (history.size() != decisions.length || rewards.length != decisions.length || decisions.length == 0) {
            throw new InvalidInputException("decisions", "expected as many as contexts and rewards, and one at least");
        }
        int features = history.get(0).size();
        LinUcb model = new LinUcb(
                Math.toIntExact(Arrays.stream(decisions).max().orElse(1)),
                features,
                or(input, "alpha"),
                ExperimentCompare.positive("l2", or(input, "l2")));
        for (int row = 0; row < decisions.length; row++) {
            if (decisions[row] < 1) {
                throw new InvalidInputException("decisions." + row, "expected an arm from 1");
            }
            model.learn(
                    (int) decisions[row] - 1,
                    context("context_history." + row, history.get(row), features),
                    rewards[row]);
        }
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode expected = output.putArray("expected");
        ArrayNode chosen = output.putArray("chosen");
        for (int row = 0; row < contexts.size(); row++) {
            double[] bounds = model.bounds(context("contexts." + row, contexts.get(row), features));
            Arrays.stream(bounds).forEach(expected.addArray()::add);
            chosen.add(greatest(bounds) + 1);
        }
        return output;
    }

    private static double[] context(String field, JsonNode row, int features) {
        double[] context = Numbers.list(field, row);
        if (context.length != features) {
            throw new InvalidInputException(field, "expected " + features + " numbers, as in the first context");
        }
        return context;
    }

    private static double or(Input input, String field) {
        return input.optional(field).map(value -> Numbers.number(field, value)).orElse(1.0);
    }

    private static int greatest(double[] numbers) {
        int best = 0;
        for (int n = 1; n < numbers.length; n++) {
            best = numbers[n] > numbers[best] ? n : best;
        }
        return best;
    }

    private static ObjectNode numbers(String name, double[] numbers) {
        ObjectNode output = Json.STRICT.createObjectNode();
        Arrays.stream(numbers).forEach(output.putArray(name)::add);
        return output;
    }
}
