package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.shared.events.ContractField;
import dev.aisle.ingest.shared.events.KnownProperties;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownPropertiesTest {
    record Case(EventType type, String property, ContractField field) {
        String item() {
            String value = switch (property) {
                case "currency" -> "\"EUR\"";
                case "referrer" -> "\"https://v1.example/a?b=c\"";
                default -> field.number() ? "3" : "\"v1\"";
            };
            boolean page = type == EventType.PAGE_VIEW || type == EventType.SCREEN_VIEW;
            String call = page ? (type == EventType.PAGE_VIEW ? "page" : "screen") : "track";
            String event =
                    page ? "" : "\"event\":\"" + KnownProperties.namesOf(type).getFirst() + "\",";
            boolean product =
                    KnownProperties.mayDescribeProduct(type) && !field.name().equals("items.product_id");
            String rest = (product ? ",\"product_id\":\"p\"" : "")
                    + (property.equals("currency") ? ",\"price\":1,\"total\":1,\"discount\":1" : "");
            return "{\"type\":\"" + call + "\",\"userId\":\"somebody\"," + event + "\"properties\":{\"" + property
                    + "\":" + value + rest + "}}";
        }
    }

    static Stream<Case> everyProperty() {
        return Stream.of(EventType.values())
                .filter(type -> type != EventType.UNRECOGNIZED && type != EventType.REFERRAL)
                .flatMap(type -> KnownProperties.of(type).entrySet().stream()
                        .map(entry -> new Case(type, entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everyProperty")
    void everyPropertyOfTheTableFillsTheFieldThatTheTableNames(Case sample) {
        ShopEvent event = Samples.event(sample.item(), EventSchemas.NONE);

        assertThat(event.getType()).isEqualTo(sample.type());
        assertThat(String.valueOf(valueAt(event, sample.field().name())))
                .contains(
                        sample.property().equals("currency")
                                ? "EUR"
                                : sample.field().number() ? "3" : "v1");
        assertThat(event.getMinimisedFieldsList()).doesNotContain("properties." + sample.property());
    }

    private static Object valueAt(Message message, String path) {
        Object value = message;
        for (String step : path.split("\\.", -1)) {
            Message inner = (Message) value;
            FieldDescriptor field = inner.getDescriptorForType().findFieldByName(step);
            value = field.isRepeated() ? inner.getRepeatedField(field, 0) : inner.getField(field);
        }
        return value;
    }

    static Stream<Map.Entry<String, ContractField>> everyPropertyOfAProduct() {
        return KnownProperties.ofProduct().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("currency"));
    }

    @ParameterizedTest
    @MethodSource("everyPropertyOfAProduct")
    void everyPropertyOfAProductInAListFillsItsFieldToo(Map.Entry<String, ContractField> property) {
        String id = property.getValue().name().equals("items.product_id") ? "" : "\"product_id\":\"p\",";
        String value = property.getValue().number() ? "3" : "\"v1\"";

        ShopEvent event = Samples.event(
                "{\"type\":\"track\",\"userId\":\"somebody\",\"event\":\"Cart Viewed\",\"properties\":{\"products\":[{"
                        + id + "\"" + property.getKey() + "\":" + value + "}]}}",
                EventSchemas.NONE);

        assertThat(String.valueOf(valueAt(event, property.getValue().name())))
                .contains(property.getValue().number() ? "3" : "v1");
        assertThat(event.getMinimisedFieldsList()).isEmpty();
    }
}
