package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.settings.schemas.SchemaDocument;
import dev.aisle.ingest.settings.schemas.SchemaReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomPropertiesTest {
    private static final EventSchemas SCHEMAS = EventSchemas.of(List.of(
            ((SchemaReading.Valid) SchemaDocument.read("Size Chosen", """
            {"properties":{
             "size":{"type":"number","required":true,"purposes":["analytics","personalization"]},
             "material":{"type":"text","purposes":["personalization"]},
             "gift":{"type":"flag","purposes":["analytics"]},
             "colours":{"type":"texts","purposes":["model_training"]}}}""".getBytes(StandardCharsets.UTF_8))).schema()));

    @Test
    void declaredPropertiesGoOnWithTheirPurposesAndNoOther() {
        ShopEvent event = event(
                "{\"size\":44,\"material\":\"wool\",\"gift\":true,\"colours\":[\"red\",\"blue\"],\"mood\":\"fine\"}");

        assertThat(event.getPropertiesMap().keySet()).containsExactlyInAnyOrder("size", "material", "gift", "colours");
        assertThat(event.getPropertiesOrThrow("size").getNumber()).isEqualTo(44);
        assertThat(event.getPropertiesOrThrow("material").getPurposesList()).containsExactly(Purpose.PERSONALIZATION);
        assertThat(event.getPropertiesOrThrow("colours").getTexts().getValuesList())
                .containsExactly("red", "blue");
        assertThat(event.getMinimisedFieldsList()).containsExactly("properties.mood");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                  | missing-property | properties.size",
                "{\"size\":\"large\"}                | invalid-field    | properties.size",
                "{\"size\":1,\"material\":[]}        | invalid-field    | properties.material",
                "{\"size\":1,\"gift\":\"yes\"}       | invalid-field    | properties.gift",
                "{\"size\":1,\"colours\":[1]}        | invalid-field    | properties.colours",
                "{\"size\":1,\"colours\":\"red\"}    | invalid-field    | properties.colours"
            })
    void whatDoesNotFitTheSchemaIsRejectedWithItsFieldAndWhatWasExpected(String properties, String code, String field) {
        Reading reading = Samples.reading(item(properties), SCHEMAS);

        assertThat(reading).isInstanceOfSatisfying(Reading.Rejection.class, rejection -> {
            assertThat(rejection.fault().code()).isEqualTo(code);
            assertThat(rejection.fault().field()).isEqualTo(field);
            assertThat(rejection.fault().message()).startsWith("expected ");
        });
    }

    private static ShopEvent event(String properties) {
        return Samples.event(item(properties), SCHEMAS);
    }

    private static String item(String properties) {
        return "{\"type\":\"track\",\"userId\":\"somebody\",\"event\":\"Size Chosen\",\"properties\":" + properties
                + "}";
    }
}
