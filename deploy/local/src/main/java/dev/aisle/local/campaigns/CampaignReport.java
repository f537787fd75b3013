package dev.aisle.local.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A campaign's report as people read it: the words first, then the figures that they rest on. */
final class CampaignReport {
    private static final double HUNDRED = 100;

    private CampaignReport() {}

    static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.path("campaign").asText() + ", version "
                + report.path("version").asText());
        report.path("words").forEach(word -> lines.add("  " + word.asText()));
        if (!report.path("arms").isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT, "  %-24s %10s %12s %18s", "arm", "people", "ordered %", "paid a person"));
        }
        report.path("arms").forEach(arm -> lines.add(arm(arm)));
        JsonNode effect = report.path("effect");
        if (effect.isObject()) {
            lines.add(estimate("more orders of a hundred", effect.path("conversionsPerHundred")));
            lines.add(estimate("more revenue (minor units)", effect.path("revenue")));
        }
        if (report.has("cost")) {
            lines.add(
                    "  cost of coupons (minor units)    " + report.path("cost").asText());
        }
        JsonNode responses = report.path("responses");
        if (responses.isObject()) {
            responses(responses, lines);
        }
        return lines;
    }

    private static String arm(JsonNode arm) {
        String name = arm.has("variation") ? arm.path("variation").asText() : "comparison group";
        return String.format(
                Locale.ROOT,
                "  %-24s %10d %12.2f %18.2f",
                name,
                arm.path("people").asLong(),
                HUNDRED * arm.path("conversionRate").asDouble(),
                arm.path("revenuePerPerson").asDouble());
    }

    private static String estimate(String name, JsonNode one) {
        return String.format(
                Locale.ROOT,
                "  %-32s %.2f (95 %%: %.2f to %.2f)",
                name,
                one.path("value").asDouble(),
                one.path("low").asDouble(),
                one.path("high").asDouble());
    }

    private static void responses(JsonNode one, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "  reached %d people by %d contacts; opened %d, followed %d (%.1f %%)",
                one.path("reached").asLong(),
                one.path("contacts").asLong(),
                one.path("opened").asLong(),
                one.path("clicked").asLong(),
                HUNDRED * one.path("clickRate").asDouble()));
        one.path("byContact")
                .forEach(nth -> lines.add(String.format(
                        Locale.ROOT,
                        "    contact %d: %.1f %% followed",
                        nth.path("contact").asInt(),
                        HUNDRED * nth.path("clickRate").asDouble())));
        List<String> said = new ArrayList<>();
        one.path("said")
                .propertyStream()
                .forEach(word -> said.add(word.getKey() + " " + word.getValue().asText()));
        if (!said.isEmpty()) {
            lines.add("  people said: " + String.join(", ", said));
        }
    }
}
