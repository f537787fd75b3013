package dev.aisle.profile.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.RuleSource;
import dev.aisle.profile.segments.domain.language.RuleText;
import dev.aisle.profile.segments.domain.language.RuleWriter;
import dev.aisle.profile.segments.domain.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule has two forms that say the same. */
class RuleFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    @Property(tries = 2_000)
    void textAndJsonTranslateIntoEachOtherWithoutLoss(@ForAll long seed) throws JsonProcessingException {
        Rule rule = new RandomRules(seed).rule(3);

        String text = RuleText.write(rule);
        JsonNode json = JSON.readTree(RuleWriter.write(rule).toString());

        assertThat(RuleSource.ofText(text).rule()).as(text).isEqualTo(rule);
        assertThat(RuleSource.ofJson(json).rule()).as(text).isEqualTo(rule);
        assertThat(SCHEMA.validate(json)).as(json.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(product_view where category = \"Home/Kitchen\" in last 7 days) >= 3 and not did(purchase in last 7 days)",
                "value(churn_probability) > 0.6",
                "in segment \"buyer\"",
                "sequence(product_view -> cart_add -> not purchase within 2 days)",
                "sequence(cart_add where price >= 4990 -> not cart_remove -> checkout within 30 minutes in last 14 days)",
                "products(product_view|list_click where category under \"Home\" and brand in (\"Acme\", \"Ta\\\"da\\\\\") in last 12 hours) >= 5",
                "revenue(purchase in last 365 days) >= 50000 or since_first(any) < 30 days",
                "not (did(search) or in segment \"a b\") and since_last(purchase where hour >= 18) >= 3 days",
                "(did(search) and did(share)) and not not did(review)",
                "value(known) = true and value(stage) != \"lapsed\" and value(balance) <= -3.25",
            })
    void aRuleIsWrittenAsItWasRead(String text) {
        Rule rule = RuleSource.ofText(text).rule();

        assertThat(RuleText.write(rule)).isEqualTo(text);
        JsonNode json = RuleWriter.write(rule);
        assertThat(RuleSource.ofJson(json).rule()).isEqualTo(rule);
        assertThat(SCHEMA.validate(json)).as(json.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"all\":[{\"did\":{}}]}",
                "{\"did\":{},\"segment\":\"x\"}",
                "{\"count\":{\"types\":[\"product_view\"]},\"op\":\"in\",\"operand\":3}",
                "{\"count\":{\"types\":[\"product_seen\"]},\"op\":\">=\",\"operand\":3}",
                "{\"count\":{},\"op\":\">=\",\"operand\":1.5}",
                "{\"did\":{\"last\":\"7 days\"}}",
                "{\"did\":{\"where\":[{\"property\":\"price\",\"op\":\"under\",\"operand\":3}]}}",
                "{\"did\":{\"where\":[{\"property\":\"brand\",\"op\":\"=\",\"operand\":3}]}}",
                "{\"sequence\":[{\"events\":{}}]}",
                "{\"since_last\":{},\"op\":\">\",\"operand\":\"P3D\"}",
            })
    void whatTheSchemaRefusesTheReaderRefuses(String text) throws JsonProcessingException {
        JsonNode json = JSON.readTree(text);

        assertThat(SCHEMA.validate(json)).isNotEmpty();
        assertThatThrownBy(() -> RuleSource.ofJson(json)).isInstanceOf(InvalidRuleException.class);
    }

    @Test
    void theExamplesOfTheSchemaAreRules() {
        JsonNode examples = SCHEMA.getSchemaNode().path("examples");

        assertThat(examples).isNotEmpty();
        examples.forEach(example -> {
            assertThat(SCHEMA.validate(example)).as(example.toString()).isEmpty();
            assertThat(RuleWriter.write(RuleSource.ofJson(example).rule()).toString())
                    .isEqualTo(example.toString());
        });
    }

    private static JsonSchema schema() {
        try (InputStream in = Objects.requireNonNull(
                RuleFormsTest.class.getResourceAsStream("/segments/rule.schema.json"), "rule.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
