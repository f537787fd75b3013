package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import dev.aisle.compute.Json;

/** {@code customers.clv}: what a customer will still bring. */
final class CustomersClv implements Function {
    private static final int DRAWS = 2_000;

    @Override
    public String name() {
        return "customers.clv";
    }

    @Override
    public String summary() {
        return "A customer's discounted value over some months, from a model of purchases and one of amounts; with level"
                + " an interval of what will really come.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["params","x","t_x","T","z","months","monthly_discount"],"properties":{
                 "model":{"enum":["bgnbd","mbgnbd","bgcnbd_k","mbgcnbd_k","paretonbd","nbd"],"default":"bgnbd"},
                 "params":{"type":["object","array"],"description":"of that model; or of both, by the models' names: {bgnbd: …, gammagamma: …}"},
                 "k":{"type":"integer","description":"of bgcnbd_k and mbgcnbd_k, when it isn't among the params"},
                 "gammagamma":{"type":["object","array"],"description":"p, q, v, when params are those of the purchases only"},
                 "x":{"type":"integer","description":"purchases behind the first"},
                 "t_x":{"type":"number","description":"time from the first purchase to the last"},
                 "T":{"type":"number","description":"time from the first purchase until now"},
                 "z":{"type":"number","description":"mean amount of the repeat purchases"},
                 "months":{"type":"integer","minimum":1},
                 "monthly_discount":{"type":"number","minimum":0},
                 "unit":{"enum":["week","day","month"],"default":"week","description":"of the times; a month has 4.345 weeks or 30 days"},
                 "level":{"type":"number","description":"of the interval, such as 0.9"},
                 "seed":{"type":"integer","default":1,"description":"of the interval"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"params":{"bgnbd":{"r":0.2425967,"alpha":4.413659,"a":0.7929869,"b":2.426164},"gammagamma":[6.25,3.74,15.44]},
                 "x":2,"t_x":30.428571428571427,"T":38.857142857142854,"z":22.345,"months":12,"monthly_discount":0.01,"level":0.9}""");
    }

    @Override
    public JsonNode apply(Input input) {
        CustomerValue value = value(input);
        PurchaseHistory history = CustomerColumns.one(
                Numbers.whole("x", input.required("x")),
                Numbers.number("t_x", input.required("t_x")),
                Numbers.number("T", input.required("T")));
        double z = Numbers.number("z", input.required("z"));
        ObjectNode output = Json.STRICT.createObjectNode();
        Numbers.put(output, "clv", value.expected(history, z));
        input.optional("level").ifPresent(level -> {
            int seed = input.optional("seed").isPresent() ? input.integer("seed", 0) : 1;
            Estimate estimate = value.forecast(history, z, Numbers.number("level", level), DRAWS, seed);
            output.putArray("interval").add(estimate.low()).add(estimate.high());
        });
        return output;
    }

    private static CustomerValue value(Input input) {
        JsonNode params = input.required("params");
        String model = input.optionalText("model").orElseGet(() -> named(params));
        boolean both = params.has("gammagamma");
        return new CustomerValue(
                LifetimeParameters.purchases(
                        input, model, both ? "params." + model : "params", both ? params.path(model) : params),
                LifetimeParameters.spend(
                        both ? "params.gammagamma" : "gammagamma",
                        both ? params.get("gammagamma") : input.required("gammagamma")),
                input.integer("months", 1),
                Numbers.number("monthly_discount", input.required("monthly_discount")),
                unitsPerMonth(input));
    }

    /** The model of purchases that the parameters are named after. */
    private static String named(JsonNode params) {
        return LifetimeParameters.MODELS.stream()
                .filter(name -> !name.equals("gammagamma") && params.has(name))
                .findFirst()
                .orElse("bgnbd");
    }

    private static double unitsPerMonth(Input input) {
        return switch (input.optionalText("unit").orElse("week")) {
            case "week" -> CustomerValue.WEEKS;
            case "day" -> CustomerValue.DAYS;
            case "month" -> 1;
            default -> throw new InvalidInputException("unit", "expected week, day or month");
        };
    }
}
