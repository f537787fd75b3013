package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.signals.GppConsent;
import dev.aisle.algorithms.privacy.signals.GppString;
import dev.aisle.algorithms.privacy.signals.OptOut;
import dev.aisle.algorithms.privacy.signals.Reading;
import dev.aisle.compute.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code privacy.gpp}: what a GPP string says, as privacy-service reads it, and what follows for each purpose. */
final class PrivacyGpp implements Function {
    private static final Map<String, String> NUMBERS = Map.of(
            "SaleOptOut", "saleOptOut",
            "SharingOptOut", "sharingOptOut",
            "TargetedAdvertisingOptOut", "targetedAdvertisingOptOut");
    private static final String USP_SALE = "uspv1.OptOutSale";

    @Override
    public String name() {
        return "privacy.gpp";
    }

    @Override
    public String summary() {
        return "The sections of an IAB GPP string and the opt-outs in them, or valid:false and why it can't be used.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "string":{"type":"string","description":"the GPP string; the field may be called gpp as well"}},"required":["string"]}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"string\":\"DBABLA~BVQqAAAAAABA.YA\"}");
    }

    @Override
    public JsonNode apply(Input input) {
        String text = input.optional("gpp").isPresent() ? input.text("gpp") : input.text("string");
        ObjectNode output = Json.STRICT.createObjectNode();
        switch (GppString.read(text)) {
            case Reading.Usable<GppConsent> usable -> write(output.put("valid", true), usable.signal());
            case Reading.Unusable<GppConsent> unusable ->
                output.put("valid", false).put("reason", unusable.reason());
        }
        return output;
    }

    private static void write(ObjectNode output, GppConsent consent) {
        ArrayNode sections = output.putArray("sections");
        consent.sections().forEach(sections::add);
        consent.details().tcf().ifPresent(tcf -> PrivacyTcf.write(output.putObject("tcfeuv2"), tcf));
        consent.details()
                .usPrivacy()
                .ifPresent(text -> output.put("usp", text)
                        .put("saleOptOut", consent.optOuts().get(USP_SALE) == OptOut.OPTED_OUT));
        ObjectNode fields = Json.STRICT.createObjectNode();
        new TreeMap<>(consent.optOuts()).forEach((field, value) -> {
            fields.put(field, value.number());
            String name = NUMBERS.get(field.substring(field.indexOf('.') + 1));
            if (name != null) {
                output.put(name, value.number());
            }
        });
        consent.children().known().values().stream()
                .findFirst()
                .ifPresent(known -> putInOrder(output.putArray("knownChild"), known));
        consent.details().personalDataConsents().ifPresent(value -> output.put("personalDataConsents", value));
        output.put("gpc", consent.gpc()).set("fields", fields);
        ObjectNode purposes = output.putObject("purposes");
        for (Purpose purpose : Purpose.values()) {
            purposes.put(
                    purpose.wireName(),
                    ConsentRules.builtIn().gppSignal(consent, purpose).wireName());
        }
    }

    private static void putInOrder(ArrayNode array, List<Integer> numbers) {
        numbers.forEach(array::add);
    }
}
