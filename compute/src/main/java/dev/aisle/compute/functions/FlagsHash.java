package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.flags.GrowthBookHash;
import dev.aisle.compute.Json;
import java.util.OptionalDouble;

/** {@code flags.hash}: GrowthBook's hash of a unit. */
final class FlagsHash implements Function {
    @Override
    public String name() {
        return "flags.hash";
    }

    @Override
    public String summary() {
        return "GrowthBook's hash of a unit into [0, 1), which decides its variation.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["seed","value","version"],"properties":{
                 "seed":{"type":"string","description":"seed of the experiment"},
                 "value":{"type":"string","description":"id of the unit"},
                 "version":{"type":"integer","description":"1 or 2; any other gives null"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"seed\":\"seed\",\"value\":\"a\",\"version\":2}");
    }

    @Override
    public JsonNode apply(Input input) {
        int version = input.integer("version", Integer.MIN_VALUE);
        OptionalDouble hash = GrowthBookHash.hash(input.text("seed"), input.text("value"), version);
        ObjectNode output = Json.STRICT.createObjectNode();
        return hash.isPresent()
                ? output.put("hash", hash.getAsDouble())
                : output.putNull("hash").put("reason", "there is no version " + version + ", only 1 and 2");
    }
}
