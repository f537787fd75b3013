package dev.aisle.campaign.experiments.flags.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.delivery.channels.MailReport;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.flags.domain.FlagReader;
import dev.aisle.campaign.experiments.metrics.InvalidMetricsException;
import dev.aisle.campaign.experiments.metrics.MetricsReader;
import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.campaign.shared.SignedNumbers;
import dev.aisle.testing.AnyJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Everything that this service reads of what others wrote: definitions, evaluation contexts, mail reports, codes and signed links. */
class DefinitionsFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SignedNumbers LINKS = new SignedNumbers("fuzz-v1", List.of(new byte[32]));
    private static final List<String> NAMES = List.of(
            "PURCHASE",
            "REVIEW",
            "after",
            "all",
            "allocated",
            "alpha",
            "amount",
            "any",
            "assigned",
            "assignment",
            "atLeast",
            "atMost",
            "audience",
            "bandit",
            "before",
            "better",
            "body",
            "branch",
            "brand",
            "budget",
            "campaign",
            "cap",
            "caps",
            "category",
            "channels",
            "clicks",
            "condition",
            "conditions",
            "content",
            "context",
            "conversion",
            "cost",
            "count",
            "country",
            "coupon",
            "coverage",
            "cron",
            "currency",
            "days",
            "decision",
            "default",
            "denominator",
            "description",
            "device",
            "discount",
            "eligibility",
            "else",
            "end",
            "equals",
            "event",
            "exclusive",
            "exit",
            "experiment",
            "exposed",
            "fallbacks",
            "features",
            "field",
            "file",
            "filter",
            "flag",
            "floor",
            "from",
            "funnel",
            "goal",
            "heldOut",
            "holdout",
            "html",
            "hypothesis",
            "id",
            "if",
            "in",
            "key",
            "kind",
            "layer",
            "less",
            "list",
            "locale",
            "looks",
            "margin",
            "mean",
            "method",
            "metric",
            "metrics",
            "minimumEffect",
            "mixed",
            "more",
            "name",
            "not",
            "nothing",
            "numerator",
            "on",
            "orders",
            "page",
            "parts",
            "perPerson",
            "percentile",
            "placements",
            "policy",
            "power",
            "priority",
            "product",
            "products",
            "promotion",
            "proportion",
            "quantile",
            "quantity",
            "quietHours",
            "random",
            "ratio",
            "results",
            "retention",
            "revenue",
            "role",
            "rules",
            "satisfaction",
            "schedule",
            "segment",
            "segments",
            "send",
            "share",
            "stars",
            "start",
            "steps",
            "subject",
            "sum",
            "targeting",
            "text",
            "then",
            "timeZone",
            "times",
            "title",
            "to",
            "total",
            "trigger",
            "type",
            "unit",
            "value",
            "variation",
            "variations",
            "wait",
            "weight",
            "window",
            "within");

    @FuzzTest
    void whateverComesIsReadOrRefusedWithAReason(FuzzedDataProvider data) throws IOException {
        switch (data.consumeInt(0, 5)) {
            case 0 -> campaign(json(data));
            case 1 -> experiment(json(data));
            case 2 -> flag(json(data));
            case 3 -> metrics(json(data));
            case 4 -> context(data);
            default -> texts(data);
        }
    }

    private static JsonNode json(FuzzedDataProvider data) {
        return AnyJson.of(bound -> data.consumeInt(0, bound - 1), NAMES);
    }

    private static void campaign(JsonNode json) {
        if (DefinitionReader.read("fuzz", 1, json) instanceof Reading.Wrong wrong) {
            assertThat(wrong.findings()).isNotEmpty();
        }
    }

    private static void experiment(JsonNode json) {
        if (ExperimentReader.read("fuzz", json, Set.of("conversion")) instanceof ExperimentReader.Reading.Wrong wrong) {
            assertThat(wrong.findings()).isNotEmpty();
        }
    }

    private static void flag(JsonNode json) {
        if (FlagReader.read("fuzz", json) instanceof FlagReader.Reading.Wrong wrong) {
            assertThat(wrong.findings()).isNotEmpty();
        }
    }

    private static void metrics(JsonNode json) {
        try {
            assertThat(MetricsReader.read(json, Set.of("product_viewed"))).isNotNull();
        } catch (InvalidMetricsException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void context(FuzzedDataProvider data) {
        String body = data.consumeBoolean() ? json(data).toString() : data.consumeRemainingAsString();
        if (OfrepBody.read(body, JSON) instanceof OfrepBody.Wrong wrong) {
            assertThat(wrong.details()).isNotBlank();
        }
    }

    private static void texts(FuzzedDataProvider data) throws IOException {
        boolean mail = data.consumeBoolean();
        String text = data.consumeRemainingAsString();
        if (mail) {
            MailReport.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } else {
            assertThat(LINKS.read(text, "")).as("nobody signed this").isEmpty();
            CouponCode.typed(text).ifPresent(code -> assertThat(code.readable()).isNotBlank());
        }
    }
}
