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
                {"type":"object","required":["budget"],"properties":{
                 "value":{"type":"array","items":{"type":"array","items":{"type":"number"}},"description":"a row a customer: incremental profit of each offer; negative where it does harm"},
                 "expected_cost":{"type":"array","items":{"type":"array","items":{"type":"number","minimum":0}},"description":"the same shape"},
                 "budget":{"type":"number","minimum":0},
                 "shown":{"type":"array","items":{"type":"array","items":{"type":"integer"}},"description":"instead of value and expected_cost: a row a customer, how often each arm was shown by chance; the first arm is no offer"},
                 "bought":{"type":"array","items":{"type":"array","items":{"type":"integer"}},"description":"with shown: how often the customer bought then"},
                 "discounts":{"type":"array","items":{"type":"number","minimum":0},"description":"with shown: what each arm but the first takes off"},
                 "margin":{"type":["number","array"],"description":"with shown: what a purchase earns without an offer, or one number a customer"},
                 "groups":{"type":"array","description":"for the fairness report: a name a customer, null for who didn't allow to be compared"},
                 "k":{"type":"integer","minimum":1,"default":20,"description":"groups with fewer people aren't shown"},
                 "features":{"type":"object","description":"for the audit: by name what the values were made from, a number a customer"},
                 "protected":{"type":"array","items":{"type":"boolean"},"description":"with features: who has the protected attribute; used for nothing else"},
                 "threshold":{"type":"number","default":0.6,"description":"of the audit: area under the curve from which features are refused"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"value\":[[3,5],[4,7],[2,6]],\"expected_cost\":[[1,2],[2,4],[1,5]],\"budget\":7}");
    }

    @Override
    public JsonNode apply(Input input) {
        OfferTable table = OfferRows.of(input);
        double budget = OfferRows.notNegative("budget", Numbers.number("budget", input.required("budget")));
        OfferFairness.audit(input, table.customers());
        Allocation allocation = BudgetAllocation.of(table, budget);
        ObjectNode output = output(allocation);
        OfferFairness.report(input, table, allocation, output);
        return output;
    }

    private static ObjectNode output(Allocation allocation) {
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
