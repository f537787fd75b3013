package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.anonymity.AnonymityRules;
import dev.aisle.algorithms.privacy.anonymity.Grouping;
import dev.aisle.algorithms.privacy.anonymity.LatticeSearch;
import dev.aisle.algorithms.privacy.anonymity.LatticeSearch.Found;
import dev.aisle.algorithms.privacy.anonymity.Table;
import dev.aisle.compute.Json;
import java.util.List;
import java.util.Optional;

/** {@code privacy.anonymity}: the generalisation of a table that makes it k-anonymous and l-diverse and loses least. */
final class PrivacyAnonymity implements Function {
    @Override
    public String name() {
        return "privacy.anonymity";
    }

    @Override
    public String summary() {
        return "The generalisation of a table that is k-anonymous (and l-diverse) and loses least, or the risks at"
                + " given levels.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
            {"type":"object","required":["k"],"properties":{
             "path":{"type":"string","description":"a CSV file with a header; separated by comma, semicolon or tab"},
             "rows":{"type":"array","description":"instead of path: lists of cells, in the order of quasi_identifiers"},
             "quasi_identifiers":{"type":"array","items":{"type":"string"},"description":"also accepted as columns"},
             "hierarchies":{"type":"object","description":"by column: a CSV path, or rows [value, level 1, level 2, …]; a column without one is shown or hidden"},
             "k":{"type":"integer","minimum":1},
             "l":{"type":"integer","minimum":1,"description":"different values of the sensitive column in each group"},
             "sensitive":{"type":"string","description":"the column that l is about; needs path"},
             "suppression_limit":{"type":"number","default":0,"description":"share of rows that may be left out; also accepted as arx_suppression_limit"},
             "levels":{"type":"array","items":{"type":"integer"},"description":"look at these levels instead of searching"}}}\
            """);
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
            {"rows":[[34,"male"],[45,"female"],[66,"male"],[70,"female"],[35,"male"]],"quasi_identifiers":["age","gender"],
             "hierarchies":{"age":[["34","<50","*"],["35","<50","*"],["45","<50","*"],["66",">=50","*"],["70",">=50","*"]]},
             "k":2}\
            """);
    }

    @Override
    public JsonNode apply(Input input) {
        AnonymityRules rules = rules(input);
        try {
            Table table = AnonymityTable.read(input, rules.l());
            return input.optional("levels")
                    .map(levels -> at(table, rules, levels(levels, table.levels())))
                    .orElseGet(() -> searched(table, rules));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("hierarchies", String.valueOf(e.getMessage()));
        }
    }

    private static AnonymityRules rules(Input input) {
        double limit =
                input.optional("suppression_limit").map(JsonNode::asDouble).orElse(0.0);
        if (!(limit >= 0 && limit <= 1)) {
            throw new InvalidInputException("suppression_limit", "expected 0 to 1");
        }
        int l = input.optional("l").isPresent() ? input.integer("l", 1) : 1;
        return new AnonymityRules(input.integer("k", 1), l, limit);
    }

    private static int[] levels(JsonNode given, int[] levels) {
        if (!given.isArray() || given.size() != levels.length) {
            throw new InvalidInputException("levels", "expected a list of one level a quasi-identifier");
        }
        int[] chosen = new int[levels.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = Input.integer("levels", given.get(i), 0);
            if (chosen[i] >= levels[i]) {
                throw new InvalidInputException("levels", "column " + i + " has levels 0 to " + (levels[i] - 1));
            }
        }
        return chosen;
    }

    private static ObjectNode searched(Table table, AnonymityRules rules) {
        Optional<Found> found = LatticeSearch.best(table, rules);
        if (found.isEmpty()) {
            return Json.STRICT
                    .createObjectNode()
                    .putNull("levels")
                    .put("reason", "even with everything generalised the rules don't hold");
        }
        return at(table, rules, found.get().levels())
                .put("lattice", found.get().lattice())
                .put("evaluated", found.get().evaluated());
    }

    private static ObjectNode at(Table table, AnonymityRules rules, int[] levels) {
        Grouping grouping = table.group(levels, rules);
        ObjectNode output = Json.STRICT.createObjectNode();
        for (int level : levels) {
            output.withArray("levels").add(level);
        }
        double greatest = table.greatestLoss();
        return output.put("suppressed", grouping.suppressed())
                .put("suppressed_fraction", fraction(grouping.suppressed(), grouping.rows()))
                .put("classes", grouping.classes())
                .put("min_class", grouping.smallest())
                .put("loss", table.loss(levels))
                .put("relative_loss", greatest > 0 ? table.loss(levels) / greatest : 0)
                .put("average_risk", grouping.averageRisk())
                .put("highest_risk", grouping.highestRisk())
                .put("unique_fraction", grouping.uniqueFraction());
    }

    private static double fraction(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** For messages: the columns' names, in order. */
    static List<String> names(Input input) {
        JsonNode names = input.optional("columns").orElseGet(() -> input.required("quasi_identifiers"));
        if (!names.isArray() || names.isEmpty()) {
            throw new InvalidInputException("quasi_identifiers", "expected a list of columns");
        }
        return names.valueStream()
                .map(name -> Input.text("quasi_identifiers", name))
                .toList();
    }
}
