package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import dev.aisle.compute.Json;

/** {@code customers.predict}: what a fitted model says of a customer, or of several. */
final class CustomersPredict implements Function {
    @Override
    public String name() {
        return "customers.predict";
    }

    @Override
    public String summary() {
        return "A customer's expected purchases, probability of still being one, discounted future purchases, or amount"
                + " of a purchase.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["model","params"],"properties":{
                 "model":{"enum":["bgnbd","mbgnbd","bgcnbd_k","mbgcnbd_k","paretonbd","nbd","gammagamma"]},
                 "params":{"description":"as customers.fit gives them, or a list in the order r, alpha, a, b; k, r, alpha, a, b; r, alpha, s, beta; r, alpha; p, q, v",
                  "type":["object","array"]},
                 "k":{"type":"integer","description":"of bgcnbd_k and mbgcnbd_k, when it isn't among the params"},
                 "x":{"description":"purchases behind the first; one, or a list of customers; without it only the expectation of a newcomer",
                  "type":["integer","array"]},
                 "t_x":{"description":"time from the first purchase to the last, one or as many","type":["number","array"]},
                 "T":{"description":"time from the first purchase until now","type":["number","array"]},
                 "t":{"description":"horizon, in the same unit","type":"number"},
                 "d":{"description":"continuous discount rate a unit of time, for DERT","type":"number"},
                 "z":{"description":"gammagamma: mean amount of the repeat purchases","type":["number","array"]}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"model":"bgnbd","params":{"r":0.2425967,"alpha":4.413659,"a":0.7929869,"b":2.426164},
                 "x":26,"t_x":30.857142857142858,"T":31.0,"t":52,"d":0.0027}""");
    }

    @Override
    public JsonNode apply(Input input) {
        String model = input.text("model");
        JsonNode params = input.required("params");
        return model.equals("gammagamma")
                ? spend(input, LifetimeParameters.spend("params", params))
                : purchases(input, LifetimeParameters.purchases(input, model, "params", params));
    }

    private static JsonNode purchases(Input input, LifetimeModel model) {
        ObjectNode output = Json.STRICT.createObjectNode();
        if (input.optional("x").isPresent()) {
            boolean many = input.required("x").isArray();
            ObjectNode[] customers = customers(input, model);
            if (!many) {
                output.setAll(customers[0]);
            } else if (customers.length > 0) {
                for (String field : (Iterable<String>) customers[0]::fieldNames) {
                    ArrayNode column = output.putArray(field);
                    for (ObjectNode customer : customers) {
                        column.add(customer.path(field));
                    }
                }
            }
        }
        if (input.optional("t").isPresent()) {
            Numbers.put(output, "expectation", model.expectedPurchases(Numbers.number("t", input.required("t"))));
        }
        if (output.isEmpty()) {
            throw new InvalidInputException("x", "expected a customer (x, t_x, T) or a horizon (t)");
        }
        return output;
    }

    private static ObjectNode[] customers(Input input, LifetimeModel model) {
        long[] x = Numbers.wholes("x", input.required("x"));
        double[] lastTimes = Numbers.list("t_x", input.required("t_x"));
        double[] ages = Numbers.list("T", input.required("T"));
        if (x.length != lastTimes.length || x.length != ages.length) {
            throw new InvalidInputException("x", "expected as many of x, t_x and T");
        }
        ObjectNode[] customers = new ObjectNode[x.length];
        for (int n = 0; n < x.length; n++) {
            customers[n] = customer(input, model, CustomerColumns.one(x[n], lastTimes[n], ages[n]));
        }
        return customers;
    }

    private static ObjectNode customer(Input input, LifetimeModel model, PurchaseHistory history) {
        ObjectNode output = Json.STRICT.createObjectNode();
        input.optional("t")
                .ifPresent(t -> Numbers.put(output, "CE", model.expectedPurchases(history, Numbers.number("t", t))));
        Numbers.put(output, "palive", model.alive(history));
        input.optional("d")
                .ifPresent(
                        d -> Numbers.put(output, "DERT", model.discountedPurchases(history, Numbers.number("d", d))));
        return output;
    }

    /** One amount or several; without a customer the population's. */
    private static JsonNode spend(Input input, GammaGamma model) {
        ObjectNode output = Json.STRICT.createObjectNode();
        if (input.optional("x").isEmpty()) {
            Numbers.put(output, "spend", model.spend());
            return output;
        }
        long[] x = Numbers.wholes("x", input.required("x"));
        double[] z = Numbers.list("z", input.required("z"));
        if (x.length != z.length) {
            throw new InvalidInputException("z", "expected as many as x");
        }
        if (!input.required("x").isArray()) {
            Numbers.put(output, "spend", model.spend(x[0], z[0]));
            return output;
        }
        ArrayNode spend = output.putArray("spend");
        for (int n = 0; n < x.length; n++) {
            spend.add(model.spend(x[n], z[n]));
        }
        return output;
    }
}
