package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferFunctionsTest {
    private static JsonNode answer(String function, String input) {
        Shell shell = Shell.run("{\"id\":1,\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        return Json.constant(shell.lines().getFirst());
    }

    private static JsonNode vectors(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Shared.path("vectors/marketing/" + name).toFile());
    }

    private static JsonNode rules(double supp, double conf, int minlen) {
        return answer(
                        "offers.rules",
                        "{\"transactions\":\"%s\",\"supp\":%s,\"conf\":%s,\"minlen\":%d,\"top\":30}"
                                .formatted(Shared.path("data/groceries/groceries.csv"), supp, conf, minlen))
                .get("output");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theInstancesAreAllocatedAsTheyStand(int number) throws IOException {
        JsonNode instance = vectors("mckp_instances.json").get("instances").get(number);

        JsonNode output = answer("offers.allocate", instance.toString()).get("output");

        assertThat(output.get("choice")).hasToString(instance.get("choice").toString());
        assertThat(output.get("value").asDouble())
                .isCloseTo(instance.get("optimal_value").asDouble(), within(1e-9));
        assertThat(output.get("upper_bound").asDouble())
                .isBetween(
                        instance.get("optimal_value").asDouble() - 1e-9,
                        instance.get("lp_upper_bound").asDouble() + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void groceriesHaveThePublishedRules(int number) throws IOException {
        JsonNode run = vectors("groceries_rules_vectors.json").get("runs").get(number);

        JsonNode output = rules(
                run.get("supp").asDouble(),
                run.get("conf").asDouble(),
                run.get("minlen").asInt());

        assertThat(output.get("itemsets").asInt()).isEqualTo(run.get("itemsets").asInt());
        assertThat(output.get("itemsets_by_len"))
                .hasToString(run.get("itemsets_by_len").toString());
        assertThat(output.get("rules").asInt()).isEqualTo(run.get("rules").asInt());
        run.get("rules_by_len")
                .propertyStream()
                .forEach(length -> assertThat(
                                output.get("rules_by_len").path(length.getKey()).asInt())
                        .isEqualTo(length.getValue().asInt()));
        JsonNode expected = run.get("top_by_lift");
        for (int n = 0; n < expected.size(); n++) {
            JsonNode wanted = expected.get(n);
            // Of rules with the same lift any may come first.
            assertThat(output.at("/top_by_lift/" + n + "/lift").asDouble())
                    .isCloseTo(wanted.get("lift").asDouble(), within(1e-9));
            JsonNode rule = output.get("top_by_lift")
                    .valueStream()
                    .filter(one -> names(one.get("lhs")).equals(names(wanted.get("lhs")))
                            && one.get("rhs").equals(wanted.get("rhs")))
                    .findFirst()
                    .orElseThrow();
            assertThat(rule.get("count").asInt()).isEqualTo(wanted.get("count").asInt());
            for (String field : Set.of("support", "confidence", "coverage", "lift")) {
                assertThat(rule.get(field).asDouble())
                        .as(field)
                        .isCloseTo(wanted.get(field).asDouble(), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.006, 0.25, 2, 463", "0.001, 0.5, 1, 5668"})
    void otherPublishedCountsAreFound(double supp, double conf, int minlen, int count) {
        assertThat(rules(supp, conf, minlen).get("rules").asInt()).isEqualTo(count);
    }

    private static Set<String> names(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "value; {}",
                "value.0; {\"value\":[1],\"expected_cost\":[[1]],\"budget\":1}",
                "value.1; {\"value\":[[1,2],[1]],\"expected_cost\":[[1,1],[1,1]],\"budget\":1}",
                "value.0; {\"value\":[[]],\"expected_cost\":[[]],\"budget\":1}",
                "expected_cost; {\"value\":[[1]],\"expected_cost\":[],\"budget\":1}",
                "expected_cost.0.0; {\"value\":[[1]],\"expected_cost\":[[-1]],\"budget\":1}",
                "bought.0.1; {\"shown\":[[1,1]],\"bought\":[[0,2]],\"discounts\":[1],\"margin\":5,\"budget\":1}",
                "bought; {\"shown\":[[1,1]],\"bought\":[],\"discounts\":[1],\"margin\":5,\"budget\":1}",
                "margin; {\"shown\":[[1,1]],\"bought\":[[0,1]],\"discounts\":[1],\"margin\":[],\"budget\":1}",
                "groups; {\"value\":[[1]],\"expected_cost\":[[1]],\"budget\":1,\"groups\":[]}",
                "protected; {\"value\":[[1]],\"expected_cost\":[[1]],\"budget\":1,\"features\":{\"a\":[1]}}",
                "features.Gender; {\"value\":[[1]],\"expected_cost\":[[1]],\"budget\":1,\"features\":{\"Gender\":[1]},\"protected\":[true]}",
                "budget; {\"value\":[[1]],\"expected_cost\":[[1]],\"budget\":-1}"
            })
    void anAllocationThatCantBeMadeNamesItsField(String field, String input) {
        assertThat(answer("offers.allocate", input).at("/error/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "supp; {\"transactions\":[[\"a\"]],\"supp\":0,\"conf\":0}",
                "conf; {\"transactions\":[[\"a\"]],\"supp\":1,\"conf\":1.1}",
                "maxlen; {\"transactions\":[[\"a\"]],\"supp\":1,\"conf\":1,\"minlen\":3,\"maxlen\":2}",
                "transactions; {\"transactions\":7,\"supp\":1,\"conf\":1}",
                "transactions; {\"transactions\":[],\"supp\":1,\"conf\":1}",
                "transactions; {\"transactions\":\"nowhere.csv\",\"supp\":1,\"conf\":1}",
                "transactions.0; {\"transactions\":[\"a\"],\"supp\":1,\"conf\":1}"
            })
    void rulesThatCantBeFoundNameTheirField(String field, String input) {
        assertThat(answer("offers.rules", input).at("/error/field").asText()).isEqualTo(field);
    }

    @Test
    void noCustomersGetNothing() {
        JsonNode output = answer("offers.allocate", "{\"value\":[],\"expected_cost\":[],\"budget\":1}")
                .get("output");

        assertThat(output.get("choice")).isEmpty();
    }

    @Test
    void valuesAreLearnedFromWhatChanceShowedAndTheReportSaysWhoGotThem() {
        String movedRow = "[20,20],";
        String shown = "[" + movedRow.repeat(39) + "[20,20]]";
        String bought = "[" + "[2,16],".repeat(20) + "[16,16],".repeat(19) + "[16,16]]";
        String groups = "[" + "\"low\",".repeat(20) + "\"high\",".repeat(19) + "null]";

        JsonNode output = answer(
                        "offers.allocate",
                        "{\"shown\":%s,\"bought\":%s,\"discounts\":[2],\"margin\":10,\"budget\":100,\"groups\":%s,\"k\":19}"
                                .formatted(shown, bought, groups))
                .get("output");

        assertThat(output.at("/fairness/groups/0/group").asText()).isEqualTo("low");
        assertThat(output.at("/fairness/groups/0/share").asDouble()).isEqualTo(1);
        assertThat(output.at("/fairness/groups/1/share").asDouble()).isZero();
        assertThat(output.at("/fairness/parity").asDouble()).isZero();
    }

    @Test
    void aStandInIsRefusedByTheAudit() {
        StringBuilder features = new StringBuilder();
        StringBuilder flags = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 200; n++) {
            String comma = n == 0 ? "" : ",";
            features.append(comma).append(n % 2 == 0 ? n : 1_000 + n);
            flags.append(comma).append(n % 2 == 0);
            rows.append(comma).append("[1]");
        }

        JsonNode error = answer(
                        "offers.allocate",
                        "{\"value\":[%s],\"expected_cost\":[%s],\"budget\":9,\"features\":{\"street\":[%s]},\"protected\":[%s]}"
                                .formatted(rows, rows, features, flags))
                .get("error");

        assertThat(error.get("field").asText()).isEqualTo("features.street");
        assertThat(error.get("message").asText()).contains("street");
    }
}
