package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeFit;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistories;
import dev.aisle.compute.Json;

/** {@code customers.fit}: a model of purchases or of their amounts, fitted to a shop's customers. */
final class CustomersFit implements Function {
    @Override
    public String name() {
        return "customers.fit";
    }

    @Override
    public String summary() {
        return "The parameters of a model of purchase counts or of spend under which a shop's customers are most likely.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["model"],"properties":{
                 "model":{"enum":["bgnbd","mbgnbd","bgcnbd_k","mbgcnbd_k","paretonbd","nbd","gammagamma"]},
                 "k":{"type":"integer","minimum":1,"maximum":20,"default":2,"description":"regularity, of bgcnbd_k and mbgcnbd_k"},
                 "x":{"type":"array","items":{"type":"integer"},"description":"purchases behind the first, one a customer"},
                 "t_x":{"type":"array","description":"time from the first purchase to the last"},
                 "T":{"type":"array","description":"time from the first purchase until now, in the same unit"},
                 "z":{"type":"array","description":"gammagamma: mean amount of the repeat purchases, with x"},
                 "litt":{"type":"array","description":"with k: sum of the logarithms of each customer's gaps, a constant of LL"},
                 "cbs":{"type":"string","description":"instead of the lists: a CSV file with these columns; frequency, recency, T_cal, mean_repeat_spend and monetary_value are understood too"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"model":"bgnbd","x":[2,1,0,0,0,7,1,0,2,0,5,0],
                 "t_x":[30.4,1.7,0,0,0,29.4,5.0,0,35.7,0,24.4,0],
                 "T":[38.9,38.9,38.9,38.9,38.9,38.9,38.7,38.7,38.7,38.7,38.6,38.6]}""");
    }

    @Override
    public JsonNode apply(Input input) {
        String model = input.text("model");
        if (!LifetimeParameters.MODELS.contains(model)) {
            throw LifetimeParameters.unknownModel();
        }
        CustomerColumns columns = CustomerColumns.of(input);
        if (model.equals("gammagamma")) {
            GammaGamma.Fit fit = GammaGamma.fit(columns.repeats(), columns.amounts());
            return output(LifetimeParameters.json(fit.model()), fit.logLikelihood(), fit.customers());
        }
        int k = model.endsWith("_k") && input.optional("k").isPresent() ? input.integer("k", 1) : 2;
        PurchaseHistories histories = columns.histories();
        LifetimeFit<?> fit = switch (model) {
            case "bgnbd" -> LifetimeFit.bgNbd(histories);
            case "mbgnbd" -> LifetimeFit.mbgNbd(histories);
            case "bgcnbd_k" -> LifetimeFit.betaGeometric(false, k, histories);
            case "mbgcnbd_k" -> LifetimeFit.betaGeometric(true, k, histories);
            case "paretonbd" -> LifetimeFit.paretoNbd(histories);
            case "nbd" -> LifetimeFit.nbd(histories);
            default -> throw LifetimeParameters.unknownModel();
        };
        double constant = model.endsWith("_k") ? (k - 1) * logGaps(input) : 0;
        return output(LifetimeParameters.json(fit.model()), fit.logLikelihood() + constant, fit.customers());
    }

    private static double logGaps(Input input) {
        double sum = 0;
        for (double each :
                input.optional("litt").map(list -> Numbers.list("litt", list)).orElse(new double[0])) {
            sum += each;
        }
        return sum;
    }

    private static JsonNode output(ObjectNode params, double logLikelihood, long customers) {
        ObjectNode output = Json.STRICT.createObjectNode();
        output.set("params", params);
        Numbers.put(output, "LL", logLikelihood);
        return output.put("n", customers);
    }
}
