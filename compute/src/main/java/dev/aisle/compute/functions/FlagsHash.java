package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.flags.ForeignHash;
import dev.aisle.algorithms.flags.GrowthBookHash;
import dev.aisle.algorithms.flags.Murmur3;
import dev.aisle.algorithms.flags.Sha1Fraction;
import dev.aisle.compute.Json;
import java.util.OptionalDouble;

/** {@code flags.hash}: GrowthBook's hash of a unit, and those of other products. */
final class FlagsHash implements Function {
    private static final int PERCENT = 100;

    @Override
    public String name() {
        return "flags.hash";
    }

    @Override
    public String summary() {
        return "The hash of a unit, which decides its variation: GrowthBook's into [0, 1), or where another product puts it.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["seed","value","version"],"properties":{
                 "seed":{"type":"string","description":"seed of the experiment; Unleash: the group; Optimizely: the experiment; murmur3: a number; flagd: put before the value; sha1: a salt, joined by a point"},
                 "value":{"type":"string","description":"id of the unit"},
                 "version":{"type":["integer","string"],"description":"1 or 2, any other gives null; or unleash, unleash_variant, flagd, optimizely, murmur3, sha1 (LaunchDarkly, PlanOut)"},
                 "most":{"type":"integer","default":100,"description":"unleash, flagd: sum of the weights"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"seed\":\"seed\",\"value\":\"a\",\"version\":2}");
    }

    @Override
    public JsonNode apply(Input input) {
        return input.required("version").isTextual() ? foreign(input) : growthBook(input);
    }

    private static ObjectNode growthBook(Input input) {
        int version = input.integer("version", Integer.MIN_VALUE);
        OptionalDouble hash = GrowthBookHash.hash(input.text("seed"), input.text("value"), version);
        ObjectNode output = Json.STRICT.createObjectNode();
        return hash.isPresent()
                ? output.put("hash", hash.getAsDouble())
                : output.putNull("hash").put("reason", "there is no version " + version + ", only 1 and 2");
    }

    private static ObjectNode foreign(Input input) {
        String seed = input.text("seed");
        String value = input.text("value");
        int most = input.optional("most").isPresent() ? input.integer("most", 1) : PERCENT;
        ObjectNode output = Json.STRICT.createObjectNode();
        return switch (input.text("version")) {
            case "unleash" -> output.put("hash", ForeignHash.unleash(seed, value, most));
            case "unleash_variant" -> output.put("hash", ForeignHash.unleashVariant(seed, value, most));
            case "flagd" -> output.put("hash", ForeignHash.flagd(seed + value, most));
            case "optimizely" -> output.put("hash", ForeignHash.optimizely(value, seed));
            case "murmur3" -> output.put("hash", Murmur3.hash32(value, number(seed)));
            case "sha1" -> output.put("hash", Sha1Fraction.of(seed + "." + value));
            default ->
                throw new InvalidInputException(
                        "version", "expected 1, 2, unleash, unleash_variant, flagd, optimizely, murmur3 or sha1");
        };
    }

    private static long number(String seed) {
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("seed", "expected a whole number for murmur3");
        }
    }
}
