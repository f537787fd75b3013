package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.Multiplicity;
import dev.aisle.compute.Json;

/** {@code experiment.adjust}: p-values of several questions at once. */
final class ExperimentAdjust implements Function {
    @Override
    public String name() {
        return "experiment.adjust";
    }

    @Override
    public String summary() {
        return "P-values of several questions to one experiment, adjusted for their number.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["p"],"properties":{
                 "p":{"type":"array","items":{"type":"number","minimum":0,"maximum":1}},
                 "method":{"enum":["holm_bonferroni","holm_sidak","hochberg_bonferroni","hochberg_sidak","benjamini_hochberg","benjamini_yekutieli"],"default":"holm_bonferroni"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"p\":[0.005,0.06,0.007,0.04,0.01,0.03],\"method\":\"benjamini_hochberg\"}");
    }

    @Override
    public JsonNode apply(Input input) {
        double[] p = Numbers.list("p", input.required("p"));
        for (int n = 0; n < p.length; n++) {
            if (p[n] < 0 || p[n] > 1) {
                throw new InvalidInputException("p." + n, "expected a number from 0 to 1");
            }
        }
        Multiplicity method = input.optionalText("method")
                .map(name -> Choices.of("method", name, Multiplicity.class))
                .orElse(Multiplicity.HOLM_BONFERRONI);
        ObjectNode output = Json.STRICT.createObjectNode();
        for (double adjusted : method.adjust(p)) {
            output.withArray("adjusted").add(adjusted);
        }
        return output;
    }
}
