package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.offers.Allocation;
import dev.aisle.algorithms.offers.BudgetAllocation;
import dev.aisle.algorithms.offers.OfferTable;
import dev.aisle.compute.Json;

/** {@code offers.allocate}: who gets which coupon within a budget. */
final class OffersAllocate implements Function {
    @Override
    public String name() {
        return "offers.allocate";
    }

    @Override
    public String summary() {
        return "At most one offer a customer, so that they bring the most together and their expected cost stays within the budget.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["value","expected_cost","budget"],"properties":{
                 "value":{"type":"array","items":{"type":"array","items":{"type":"number"}},"description":"a row a customer: incremental profit of each offer; negative where it does harm"},
                 "expected_cost":{"type":"array","items":{"type":"array","items":{"type":"number","minimum":0}},"description":"the same shape"},
                 "budget":{"type":"number","minimum":0}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"value\":[[3,5],[4,7],[2,6]],\"expected_cost\":[[1,2],[2,4],[1,5]],\"budget\":7}");
    }

    @Override
    public JsonNode apply(Input input) {
        JsonNode value = input.required("value");
        int offers = value.path(0).size();
        double[] values = rows("value", value, value.size(), offers);
        double[] costs = rows("expected_cost", input.required("expected_cost"), value.size(), offers);
        double budget = notNegative("budget", Numbers.number("budget", input.required("budget")));
        for (int n = 0; n < costs.length; n++) {
            notNegative("expected_cost." + n / offers + "." + n % offers, costs[n]);
        }
        return output(BudgetAllocation.of(new OfferTable(Math.max(1, offers), values, costs), budget));
    }

    private static double notNegative(String field, double number) {
        if (number < 0) {
            throw new InvalidInputException(field, "expected a number ≥ 0");
        }
        return number;
    }

    private static double[] rows(String field, JsonNode node, int customers, int offers) {
        if (!node.isArray() || node.size() != customers) {
            throw new InvalidInputException(field, "expected a list with a row a customer, as many as value has");
        }
        double[] flat = new double[Math.multiplyExact(customers, offers)];
        for (int customer = 0; customer < customers; customer++) {
            String row = field + "." + customer;
            double[] numbers = Numbers.list(row, node.get(customer));
            if (!node.get(customer).isArray() || numbers.length != offers || offers == 0) {
                throw new InvalidInputException(
                        row, "expected a list of as many numbers as the first customer has offers, at least one");
            }
            System.arraycopy(numbers, 0, flat, customer * offers, offers);
        }
        return flat;
    }

    private static JsonNode output(Allocation allocation) {
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode choice = output.putArray("choice");
        for (int chosen : allocation.choice()) {
            choice.add(chosen);
        }
        Numbers.put(output, "value", allocation.value());
        Numbers.put(output, "cost", allocation.cost());
        Numbers.put(output, "upper_bound", allocation.upperBound());
        return output.put("exact", allocation.exact());
    }
}
