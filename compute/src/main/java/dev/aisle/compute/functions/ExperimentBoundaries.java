package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.GroupSequential;
import dev.aisle.algorithms.experiment.Spending;
import dev.aisle.compute.Json;

/** {@code experiment.boundaries}: where to stop at planned looks. */
final class ExperimentBoundaries implements Function {
    @Override
    public String name() {
        return "experiment.boundaries";
    }

    @Override
    public String summary() {
        return "Boundaries of the z statistic at planned looks that together keep the level.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["design"],"properties":{
                 "design":{"enum":["pocock","obrien_fleming","wang_tsiatis","lan_demets_obf","lan_demets_pocock","hwang_shih_decani","kim_demets"]},
                 "looks":{"type":"integer","minimum":1,"maximum":50,"description":"at even distances"},
                 "t":{"type":"array","items":{"type":"number"},"description":"instead: shares of the information, ascending, in (0, 1]"},
                 "alpha":{"type":"number","default":0.05,"description":"of all sides together"},
                 "sides":{"enum":[1,2],"default":2},
                 "delta":{"type":"number","description":"wang_tsiatis: 0.5 is pocock, 0 obrien_fleming"},
                 "gamma":{"type":"number","default":-4,"description":"hwang_shih_decani"},
                 "rho":{"type":"number","default":3,"description":"kim_demets"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"design\":\"obrien_fleming\",\"looks\":3,\"alpha\":0.05,\"sides\":2}");
    }

    @Override
    public JsonNode apply(Input input) {
        double[] shares = shares(input);
        GroupSequential plan = plan(input, shares);
        double[] z = switch (input.text("design")) {
            case "pocock" -> plan.wangTsiatis(0.5);
            case "obrien_fleming" -> plan.wangTsiatis(0);
            case "wang_tsiatis" -> plan.wangTsiatis(ExperimentCompare.number(input, "delta"));
            case "lan_demets_obf" -> plan.spending(Spending.obrienFleming());
            case "lan_demets_pocock" -> plan.spending(Spending.pocock());
            case "hwang_shih_decani" -> plan.spending(Spending.hwangShihDeCani(or(input, "gamma", -4)));
            case "kim_demets" ->
                plan.spending(Spending.kimDeMets(ExperimentCompare.positive("rho", or(input, "rho", 3))));
            default ->
                throw new InvalidInputException(
                        "design",
                        "expected pocock, obrien_fleming, wang_tsiatis, lan_demets_obf, lan_demets_pocock, hwang_shih_decani or kim_demets");
        };
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode bounds = output.putArray("z");
        ArrayNode spent = output.putArray("cumulativeAlpha");
        double[] cumulative = plan.spent(z);
        for (int look = 0; look < z.length; look++) {
            bounds.add(z[look]);
            spent.add(cumulative[look]);
        }
        return output;
    }

    private static double[] shares(Input input) {
        return input.optional("t").map(value -> Numbers.list("t", value)).orElseGet(() -> {
            int looks = input.integer("looks", 1);
            if (looks > 50) {
                throw new InvalidInputException("looks", "expected 50 at most");
            }
            return GroupSequential.even(looks);
        });
    }

    private static GroupSequential plan(Input input, double[] shares) {
        int sides = input.optional("sides").isPresent() ? input.integer("sides", 1) : 2;
        if (sides > 2) {
            throw new InvalidInputException("sides", "expected 1 or 2");
        }
        double alpha = ExperimentCompare.level(input);
        try {
            return new GroupSequential(shares, alpha, sides);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("t", "expected shares that ascend, in (0, 1]");
        }
    }

    private static double or(Input input, String field, double usual) {
        return input.optional(field).map(value -> Numbers.number(field, value)).orElse(usual);
    }
}
