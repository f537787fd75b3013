package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.baskets.BasketRule;
import dev.aisle.algorithms.baskets.BasketRules;
import dev.aisle.algorithms.baskets.BasketRules.Question;
import dev.aisle.algorithms.baskets.Baskets;
import dev.aisle.compute.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code offers.rules}: what is bought together. */
final class OffersRules implements Function {
    private static final int SHOWN = 10;
    private static final int LONGEST = 10;

    @Override
    public String name() {
        return "offers.rules";
    }

    @Override
    public String summary() {
        return "Association rules of baskets with exact support, confidence and lift; one item on the right side.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["transactions","supp","conf"],"properties":{
                 "transactions":{"type":["string","array"],"description":"path of a file with a basket a line, items separated by commas, semicolons or tabs; or the baskets as lists"},
                 "supp":{"type":"number","exclusiveMinimum":0,"maximum":1,"description":"least share of baskets that hold all of a rule"},
                 "conf":{"type":"number","minimum":0,"maximum":1},
                 "minlen":{"type":"integer","minimum":1,"default":1,"description":"items on both sides"},
                 "maxlen":{"type":"integer","default":10},
                 "top":{"type":"integer","minimum":0,"default":10,"description":"how many rules are listed"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"transactions":[["bread","butter"],["bread","butter","milk"],["bread"],["milk"]],"supp":0.5,"conf":0.9,"minlen":2}""");
    }

    @Override
    public JsonNode apply(Input input) {
        Question question = question(input);
        int shown = input.optional("top").isPresent() ? input.integer("top", 0) : SHOWN;
        BasketRules found = BasketRules.of(baskets(input.required("transactions")), question);
        ObjectNode output = Json.STRICT.createObjectNode();
        output.put(
                "itemsets",
                found.itemsetsByLength().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        putLengths(output.putObject("itemsets_by_len"), found.itemsetsByLength());
        output.put("rules", found.rules().size());
        Map<Integer, Integer> lengths = new TreeMap<>();
        found.rules().forEach(rule -> lengths.merge(rule.length(), 1, Integer::sum));
        putLengths(output.putObject("rules_by_len"), lengths);
        put(output.putArray("top_by_lift"), found.rules().stream().limit(shown));
        Comparator<BasketRule> surest = Comparator.comparingDouble(BasketRule::confidence)
                .thenComparingInt(BasketRule::count)
                .reversed();
        put(
                output.putArray("top_by_conf"),
                found.rules().stream().sorted(surest).limit(shown));
        return output;
    }

    private static Question question(Input input) {
        double support = Numbers.number("supp", input.required("supp"));
        double confidence = Numbers.number("conf", input.required("conf"));
        int shortest = input.optional("minlen").isPresent() ? input.integer("minlen", 1) : 1;
        int longest =
                input.optional("maxlen").isPresent() ? input.integer("maxlen", shortest) : Math.max(shortest, LONGEST);
        if (!(support > 0 && support <= 1)) {
            throw new InvalidInputException("supp", "expected a share > 0 and ≤ 1");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new InvalidInputException("conf", "expected a share from 0 to 1");
        }
        return new Question(support, confidence, shortest, longest);
    }

    private static Baskets baskets(JsonNode transactions) {
        Baskets baskets = new Baskets();
        if (transactions.isTextual()) {
            String path = transactions.textValue();
            CsvColumns.read("transactions", Input.file("transactions", path))
                    .rows()
                    .forEach(row -> baskets.add(named(row)));
        } else if (transactions.isArray()) {
            for (int n = 0; n < transactions.size(); n++) {
                String field = "transactions." + n;
                if (!transactions.get(n).isArray()) {
                    throw new InvalidInputException(field, "expected a list of items");
                }
                baskets.add(transactions
                        .get(n)
                        .valueStream()
                        .map(item -> Input.text(field, item))
                        .toList());
            }
        } else {
            throw new InvalidInputException("transactions", "expected the path of a file or a list of baskets");
        }
        if (baskets.size() == 0) {
            throw new InvalidInputException("transactions", "there is no basket");
        }
        return baskets;
    }

    private static List<String> named(List<String> row) {
        return row.stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static void putLengths(ObjectNode output, Map<Integer, Integer> lengths) {
        lengths.forEach((length, count) -> output.put(Integer.toString(length), count));
    }

    private static void put(ArrayNode output, Stream<BasketRule> rules) {
        rules.forEach(rule -> {
            ObjectNode one = output.addObject();
            ArrayNode left = one.putArray("lhs");
            rule.lhs().forEach(left::add);
            one.put("rhs", rule.rhs()).put("count", rule.count()).put("support", rule.support());
            one.put("confidence", rule.confidence())
                    .put("coverage", rule.coverage())
                    .put("lift", rule.lift());
        });
    }
}
