package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.InvalidIdentifierException;
import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import dev.aisle.compute.Json;

/** {@code privacy.pseudonym}: the pseudonym that the services would give an identifier. */
final class PrivacyPseudonym implements Function {
    @Override
    public String name() {
        return "privacy.pseudonym";
    }

    @Override
    public String summary() {
        return "The pseudonym of an identifier, and the normal form it is made of.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["key","tenant","type"],"properties":{
                 "keyId":{"type":"string","description":"name of the key; with keysHex it is in key"},
                 "key":{"type":"string","description":"the key, at least 64 hexadecimal digits; with keysHex its name"},
                 "keysHex":{"type":"object","description":"name to key, as in pseudonym-vectors.json"},
                 "tenant":{"type":"string"},
                 "scope":{"type":"string","default":"profile"},
                 "epoch":{"type":"integer","minimum":0,"description":"instead of a scope: how often the person was erased"},
                 "type":{"enum":["customer_id","anonymous_id","device_id","email","phone","ip"]},
                 "value":{"type":"string","description":"the identifier; also accepted as raw"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"keyId":"k1","key":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                 "tenant":"shop-eu","scope":"profile","type":"customer_id","value":"42"}""");
    }

    @Override
    public JsonNode apply(Input input) {
        PseudonymKey key = key(input);
        String typeName = input.text("type");
        IdentifierType type = IdentifierType.ofWireName(typeName)
                .orElseThrow(() -> new InvalidInputException("type", "unknown type '" + typeName + "'"));
        String field = input.optional("value").isPresent() ? "value" : "raw";
        String raw = input.optionalText(field).orElseThrow(() -> new InvalidInputException("value", "missing"));
        try {
            return Json.STRICT
                    .createObjectNode()
                    .put(
                            "pseudonym",
                            pseudonymizer(input, key)
                                    .of(scope(input), type, raw)
                                    .value())
                    .put("normalised", type.normalise(raw));
        } catch (InvalidIdentifierException e) {
            throw new InvalidInputException(field, String.valueOf(e.getMessage()));
        }
    }

    private static PseudonymKey key(Input input) {
        boolean named = input.optional("keysHex").isPresent();
        String id = input.text(named ? "key" : "keyId");
        String hex = named ? new Input(input.required("keysHex")).text(id) : input.text("key");
        try {
            return PseudonymKey.ofHex(id, hex);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("key", String.valueOf(e.getMessage()));
        }
    }

    private static Pseudonymizer pseudonymizer(Input input, PseudonymKey key) {
        String tenant = input.text("tenant");
        if (tenant.isEmpty()) {
            throw new InvalidInputException("tenant", "expected a text without control characters");
        }
        return new Pseudonymizer(key, tenant);
    }

    private static String scope(Input input) {
        return input.optional("epoch").isPresent()
                ? Pseudonymizer.profileScope(input.integer("epoch", 0))
                : input.optionalText("scope").orElse(Pseudonymizer.PROFILE_SCOPE);
    }
}
