package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.signals.Reading;
import dev.aisle.algorithms.privacy.signals.TcfConsent;
import dev.aisle.algorithms.privacy.signals.TcfOrigin;
import dev.aisle.algorithms.privacy.signals.TcfString;
import dev.aisle.compute.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/** {@code privacy.tcf}: what a TCF string says, as privacy-service reads it. */
final class PrivacyTcf implements Function {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "privacy.tcf";
    }

    @Override
    public String summary() {
        return "The fields of an IAB TCF 2.3 string, or valid:false and why it can't be used.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","properties":{
                 "string":{"type":"string","description":"the TC string; the field may be called tc as well"}},"required":["string"]}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"string\":\"CQdWToAQdWToAEsABBENBkFgAIwAAAAAAAYgAAAAAAAA.IF5wAgADgLzA\"}");
    }

    @Override
    public JsonNode apply(Input input) {
        String text = input.optional("tc").isPresent() ? input.text("tc") : input.text("string");
        ObjectNode output = Json.STRICT.createObjectNode();
        switch (TcfString.read(text)) {
            case Reading.Usable<TcfConsent> usable -> write(output.put("valid", true), usable.signal());
            case Reading.Unusable<TcfConsent> unusable ->
                output.put("valid", false).put("reason", unusable.reason());
        }
        return output;
    }

    static void write(ObjectNode output, TcfConsent consent) {
        writeOrigin(output, consent.origin());
        put(output, "purposes", consent.choices().purposes());
        put(output, "purposesLI", consent.choices().purposesLegitimateInterest());
        put(output, "specialFeatures", consent.choices().specialFeatures());
        put(output, "vendors", consent.choices().vendors());
        put(output, "vendorsLI", consent.choices().vendorsLegitimateInterest());
        ArrayNode restrictions = output.putArray("publisherRestrictions");
        consent.restrictions().forEach(restriction -> {
            ObjectNode one = restrictions.addObject();
            one.put("purpose", restriction.purpose()).put("type", restriction.type());
            put(one, "vendors", restriction.vendors());
        });
        consent.disclosedVendors()
                .ifPresentOrElse(vendors -> put(output, "disclosed", vendors), () -> output.putNull("disclosed"));
        consent.publisher()
                .ifPresentOrElse(
                        own -> put(output, "publisherPurposes", own.purposes()),
                        () -> output.putNull("publisherPurposes"));
        output.put("validUntil", millis(consent.validUntil()));
    }

    private static void writeOrigin(ObjectNode output, TcfOrigin origin) {
        output.put("version", origin.version())
                .put("created", millis(origin.created()))
                .put("lastUpdated", millis(origin.lastUpdated()))
                .put("cmpId", origin.platform().id())
                .put("cmpVersion", origin.platform().version())
                .put("consentScreen", origin.platform().screen())
                .put("lang", origin.platform().language())
                .put("gvl", origin.platform().vendorList())
                .put("policy", origin.policy())
                .put("serviceSpecific", origin.publisher().serviceSpecific())
                .put("nonStandard", origin.publisher().nonStandardTexts())
                .put("purposeOneTreatment", origin.publisher().purposeOneTreatment())
                .put("cc", origin.publisher().country());
    }

    private static String millis(Instant instant) {
        return MILLIS.format(instant);
    }

    static void put(ObjectNode output, String field, Collection<Integer> numbers) {
        ArrayNode array = output.putArray(field);
        numbers.stream().sorted().forEach(array::add);
    }
}
