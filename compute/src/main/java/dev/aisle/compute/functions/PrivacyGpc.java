package dev.aisle.compute.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.compute.Json;
import java.util.Locale;

/**
 * {@code privacy.gpc}: whether a site says that it heeds Global Privacy Control, from the answer to {@code GET /.well-known/gpc.json}. Only a
 * JSON object with a boolean {@code gpc}, served as JSON with status 200, says anything.
 *
 * @see <a href="https://w3c.github.io/gpc/#gpc-support-resource">GPC support resource</a>
 */
final class PrivacyGpc implements Function {
    private static final int OK = 200;

    @Override
    public String name() {
        return "privacy.gpc";
    }

    @Override
    public String summary() {
        return "Whether a site says that it heeds Global Privacy Control, from its answer to GET /.well-known/gpc.json.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "status":{"type":"integer","description":"of the answer"},
                 "content_type":{"type":["string","null"],"description":"of the answer"},
                 "body":{"type":"string"}},"required":["status","body"]}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"status":200,"content_type":"application/json","body":"{\\"gpc\\":true,\\"lastUpdate\\":\\"2026-11-25\\"}"}""");
    }

    @Override
    public JsonNode apply(Input input) {
        int status = input.integer("status", 100);
        String type = input.optionalText("content_type").orElse("");
        String body = input.text("body");
        if (status != OK) {
            return unknown("the status isn't 200");
        }
        if (!isJson(type)) {
            return unknown("it isn't served as application/json");
        }
        try {
            JsonNode said = Json.STRICT.readTree(body).path("gpc");
            return said.isBoolean()
                    ? answer().put("support", said.asBoolean())
                    : unknown("there is no object with a boolean gpc");
        } catch (JsonProcessingException e) {
            return unknown("the body is no JSON");
        }
    }

    private static boolean isJson(String type) {
        String essence = type.toLowerCase(Locale.ROOT).strip();
        int parameters = essence.indexOf(';');
        return (parameters < 0 ? essence : essence.substring(0, parameters).strip()).equals("application/json");
    }

    private static ObjectNode answer() {
        return Json.STRICT.createObjectNode();
    }

    private static ObjectNode unknown(String reason) {
        return answer().put("support", "unknown").put("reason", reason);
    }
}
