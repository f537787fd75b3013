package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Flags and experiments by the OpenFeature Remote Evaluation Protocol; a shop may use any client of OpenFeature instead. */
public final class Flags {
    private final Calls calls;

    Flags(Calls calls) {
        this.calls = calls;
    }

    /** {@code {key, value, variant, reason, metadata}}; of a flag that isn't there, an error code. What an experiment gave is noted as seen. */
    public JsonNode evaluated(String key, String pseudonym, String locale) {
        ObjectNode body = Reply.JSON.createObjectNode();
        body.putObject("context").put("targetingKey", pseudonym).put("locale", locale);
        return calls.post(Kind.FLAG, "/ofrep/v1/evaluate/flags/" + key, body).json();
    }
}
