package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.rules.InvalidRulesException;
import dev.aisle.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code consent.decide}: a consent decision with its reason; one row, or all rows of a table. */
final class ConsentDecide implements Function {
    @Override
    public String name() {
        return "consent.decide";
    }

    @Override
    public String summary() {
        return "Whether data may be used for a purpose, and which rule says so; one row of the decision table, or a file of rows.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "j":{"type":"string","description":"jurisdiction, such as EU or US-CA; an unknown one is the strictest"},
                 "age":{"enum":["child","teen","adult"],"description":"anything else is the strictest"},
                 "purpose":{"enum":["necessary","analytics","personalization","model_training","marketing_email",
                  "marketing_push","ads_targeted","sale_share","joint_training",
                  "cross_domain"]},
                 "explicit":{"enum":["","grant","grant_parental","grant_despite_gpc","deny","withdrawn","expired"]},
                 "gpc":{"type":"boolean"},
                 "tcf":{"type":"string","description":"consented TCF purposes, such as 1 5 6; empty for none; missing without a string"},
                 "gpp":{"enum":["","absent","optout","notopted","malformed"]},
                 "suppressed":{"type":"boolean"},
                 "rules":{"type":"string","description":"path of a shop's own table of rules; default: the one that Aisle comes with"},
                 "path":{"type":"string","description":"instead of the others: a CSV with these columns"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"j":"EU","age":"adult","purpose":"ads_targeted","explicit":"grant","gpc":true,"tcf":"","gpp":"",
                 "suppressed":false}""");
    }

    @Override
    public JsonNode apply(Input input) {
        if (input.node().isTextual()) {
            return rows(Input.file("input", input.node().asText()), ConsentRules.builtIn());
        }
        ConsentRules rules = input.optionalText("rules")
                .map(path -> rulesOf(Input.file("rules", path)))
                .orElseGet(ConsentRules::builtIn);
        return input.optionalText("path")
                .map(path -> rows(Input.file("path", path), rules))
                .orElseGet(() -> row(input, rules));
    }

    private static ConsentRules rulesOf(Path file) {
        try {
            return ConsentRules.parse(Files.readString(file));
        } catch (InvalidRulesException e) {
            throw new InvalidInputException("rules", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidInputException("rules", "can't be read as UTF-8");
        }
    }

    private static JsonNode row(Input input, ConsentRules rules) {
        ConsentDecision decision = rules.decide(ConsentRow.question(input));
        return Json.STRICT
                .createObjectNode()
                .put("decision", decision.allowed() ? "ALLOW" : "DENY")
                .put("reason", decision.reason().wireName())
                .put("rule", decision.rule());
    }

    private static JsonNode rows(Path file, ConsentRules rules) {
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode decisions = output.putArray("decisions");
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<JsonNode> rows =
                new CsvMapper().readerFor(JsonNode.class).with(header).readValues(file.toFile())) {
            while (rows.hasNextValue()) {
                decisions.add(row(rows.nextValue(), rules, decisions.size() + 2));
            }
            return output;
        } catch (IOException e) {
            throw new InvalidInputException("path", "line " + (decisions.size() + 2) + " can't be read as CSV");
        }
    }

    private static JsonNode row(JsonNode cells, ConsentRules rules, int line) {
        try {
            return row(new Input(cells), rules);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("path." + e.field(), "line " + line + ": " + e.getMessage());
        }
    }
}
