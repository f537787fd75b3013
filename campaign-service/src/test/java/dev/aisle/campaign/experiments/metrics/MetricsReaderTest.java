package dev.aisle.campaign.experiments.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.consent.SeenConsent;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class MetricsReaderTest {
    private static final Set<String> EVENTS =
            Set.of("PURCHASE", "REVIEW", "CART_ADD", "PRODUCT_VIEW", "UNSUBSCRIBED", "REFUND");

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Metric one(String fields) {
        return MetricsReader.read(
                        tree("{'currency': 'EUR', 'metrics': [{'id': 'm', 'name': 'M', " + fields + "}]}"), EVENTS)
                .getFirst();
    }

    private static Occurrence order(String currency, String revenue) {
        return new Occurrence(
                "e1",
                new SeenConsent("p", List.of(), 1),
                "",
                "PURCHASE",
                Instant.EPOCH,
                Map.of("category", List.of("tea", "milk")),
                Map.of("revenue", new BigDecimal(revenue), "quantity", BigDecimal.TWO),
                currency);
    }

    @Test
    void theShippedFileCanBeRead() throws IOException {
        try (InputStream shipped = MetricsReaderTest.class.getResourceAsStream("/metrics.yaml")) {
            JsonNode tree = new ObjectMapper().valueToTree(new Yaml().load(shipped));

            assertThat(MetricsReader.read(tree, EVENTS))
                    .extracting(Metric::id)
                    .contains(
                            "conversion",
                            "revenue-per-person",
                            "order-value",
                            "back-in-week-2",
                            "stars",
                            "checkout-from-cart");
        }
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        JsonNode wrong = tree("""
                {'currency': 'EUR', 'metrics': [
                  {'id': 'Exposed!', 'name': 'A', 'type': 'proportion', 'event': 'PURCHASES'},
                  {'id': 'b', 'type': 'mean', 'event': 'PURCHASE', 'value': 'price', 'window': '14 days', 'colour': 1},
                  {'id': 'c', 'name': 'C', 'type': 'quantile', 'event': 'PURCHASE', 'value': 'revenue', 'quantile': 90},
                  {'id': 'd', 'name': 'D', 'type': 'retention', 'event': 'PURCHASE', 'days': [14, 7]},
                  {'id': 'e', 'name': 'E', 'type': 'proportion', 'event': 'PURCHASE', 'cap': 3,
                   'filter': [{'field': 'shoe', 'equals': 'red'}]}]}""");

        assertThatThrownBy(() -> MetricsReader.read(wrong, EVENTS))
                .isInstanceOf(InvalidMetricsException.class)
                .hasMessageContaining("metrics[0].id")
                .hasMessageContaining("metrics[0].event")
                .hasMessageContaining("metrics[1].name")
                .hasMessageContaining("metrics[1].value")
                .hasMessageContaining("metrics[1].window")
                .hasMessageContaining("metrics[1].colour")
                .hasMessageContaining("metrics[2].quantile")
                .hasMessageContaining("metrics[3].days")
                .hasMessageContaining("metrics[4].cap")
                .hasMessageContaining("metrics[4].filter[0].field");
    }

    @Test
    void anObjectWhereAListBelongsIsNamed() {
        assertThatThrownBy(() -> MetricsReader.read(tree("{'currency': 'EUR', 'metrics': {'a': {}}}"), EVENTS))
                .hasMessageContaining("file.metrics: expected a list");
        assertThatThrownBy(() -> one("'type': 'revenue', 'filter': {'field': 'category'}"))
                .hasMessageContaining("metrics[0].filter: expected a list");
    }

    @Test
    void aMeasureTakesItsEventsInItsCurrency() {
        Measure revenue = one("'type': 'revenue', 'filter': [{'field': 'category', 'in': ['tea', 'coffee']},"
                        + " {'field': 'quantity', 'atLeast': 2}]")
                .measure();

        assertThat(revenue.of(order("EUR", "12.99"))).contains(new BigDecimal("12.99"));
        assertThat(revenue.of(order("USD", "12.99"))).isEmpty();
        assertThat(one("'type': 'revenue', 'filter': [{'field': 'category', 'equals': 'coffee'}]")
                        .measure()
                        .of(order("EUR", "12.99")))
                .isEmpty();
        assertThat(one("'type': 'revenue', 'filter': [{'field': 'revenue', 'atLeast': 13}]")
                        .measure()
                        .of(order("EUR", "12.99")))
                .isEmpty();
    }

    @Test
    void factsOutliveAChangeOfWindowAndCapButNotOfTheFilter() {
        String narrow = one("'type': 'revenue', 'window': 'P7D'").measure().code();
        String wide =
                one("'type': 'revenue', 'window': 'P28D', 'cap': 100").measure().code();

        assertThat(wide).isEqualTo(narrow).isEqualTo("PURCHASE/revenue/EUR");
        assertThat(one("'type': 'revenue', 'filter': [{'field': 'category', 'equals': 'tea'}]")
                        .measure()
                        .code())
                .startsWith(narrow + "/");
    }

    @Test
    void retentionCountsFromOneDayToAnother() {
        Metric metric = one("'type': 'retention', 'event': 'PRODUCT_VIEW', 'days': [7, 14]");

        assertThat(metric.from()).isEqualTo(Duration.ofDays(7));
        assertThat(metric.until()).isEqualTo(Duration.ofDays(14));
    }
}
