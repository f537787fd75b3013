package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.EventProperty;
import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.shared.events.KnownProperties;
import dev.aisle.ingest.shared.events.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever text of an event a client can fill, an address in it doesn't come through. */
class MaskingTest {
    private static final String USER = "customer-4711-0815";
    private static final String EMAIL = "jane.doe@mail.example";
    private static final EventSchemas SCHEMAS = EventSchemas.of(List.of(EventSchema.newBuilder()
            .setName("Size Chosen")
            .addProperties(property("size", EventProperty.Type.TEXT))
            .addProperties(property("colours", EventProperty.Type.TEXTS))
            .build()));

    /** What we write ourselves, or what is refused when it isn't of a form that can't hold an address. */
    private static final Set<String> NOT_THE_CLIENTS = Set.of(
            "message_id",
            "tenant",
            "pseudonym",
            "anonymous_pseudonym",
            "source",
            "minimised_fields",
            "masked.field",
            "masked.type",
            "context.country",
            "domain",
            "items.unit",
            "share.referral_code");

    @Test
    void anAddressInAnyTextOfAClientIsMaskedBeforeTheEventIsWritten() {
        Set<String> filled = new TreeSet<>();

        for (String item : items("to " + EMAIL + " of " + USER, EMAIL)) {
            ShopEvent event = Samples.event(item, SCHEMAS);
            assertThat(event.toString()).as(item).doesNotContain(EMAIL, "doe@", USER);
            assertThat(event.getMaskedList()).as(item).isNotEmpty();
            collect(event, "", filled);
        }

        Set<String> expected = new TreeSet<>();
        everyText(ShopEvent.getDescriptor(), "", expected);
        expected.removeAll(NOT_THE_CLIENTS);
        assertThat(filled).containsAll(expected);
    }

    @Test
    void aTelephoneNumberInAPathATitleAReviewOrACampaignIsMasked() {
        ShopEvent event = Samples.event("""
                 {"type":"track","event":"Product Reviewed","userId":"u","context":{"page":{"path":"/call/+4915112345678","title":"(415) 555-0132"},
                  "campaign":{"name":"tel 030 1234567"}},"properties":{"product_id":"a","review_body":"mail me: +1 415 555 0132!"}}\
                 """, SCHEMAS);

        assertThat(event.getContext().getPagePath()).isEqualTo("/call/[phone]");
        assertThat(event.getContext().getPageTitle()).isEqualTo("[phone]");
        assertThat(event.getContext().getCampaignName()).isEqualTo("tel [phone]");
        assertThat(event.getReview().getText()).isEqualTo("mail me: [phone]!");
    }

    @Test
    void aCardIsMaskedInASearchInWhateverDigitsItIsTyped() {
        ShopEvent event = Samples.event("""
                {"type":"track","event":"Products Searched","userId":"u","properties":{"query":"４１１１ １１１１ １１１１ １１１１ 12/27"}}\
                """, SCHEMAS);

        assertThat(event.getSearch().getQuery()).isEqualTo("[card] 12/27");
    }

    @Test
    void idsOfProductsAndOrdersStayWhatTheyAre() {
        ShopEvent event = Samples.event("""
                 {"type":"track","event":"Order Completed","userId":"42","properties":{"order_id":"4111111111111111",
                  "products":[{"product_id":"13812345678","sku":"415-555-0132"},{"product_id":"42"}]}}\
                 """, SCHEMAS);

        assertThat(event.getMaskedList()).isEmpty();
        assertThat(event.getItems(0).getProductId()).isEqualTo("13812345678");
        assertThat(event.getItems(1).getProductId()).isEqualTo("42");
    }

    @Test
    void anAddressThatTheLimitWouldCutIsMaskedWhole() {
        String name = "x".repeat(Limits.NAME - 5) + " " + EMAIL;
        ShopEvent event = Samples.event(
                "{\"type\":\"page\",\"userId\":\"u\",\"properties\":{\"title\":\"" + name + "\"}}", SCHEMAS);

        assertThat(event.getContext().getPageTitle()).doesNotContain("jane");
    }

    /** Every property of every known event, the context, the name and a declared custom event. */
    private static List<String> items(String words, String id) {
        List<String> items = new ArrayList<>();
        for (EventType type : EventType.values()) {
            if (type == EventType.UNRECOGNIZED || KnownProperties.namesOf(type).isEmpty()) {
                continue;
            }
            KnownProperties.of(type).forEach((name, field) -> {
                if (!field.number()) {
                    String product = KnownProperties.mayDescribeProduct(type)
                                    && !field.name().equals("items.product_id")
                            ? ",\"product_id\":\"p\""
                            : "";
                    items.add(track(
                            KnownProperties.namesOf(type).getFirst(), "\"" + name + "\":\"" + words + "\"" + product));
                }
            });
        }
        items.add(track("Seen by " + id, ""));
        items.add(track("Size Chosen", "\"size\":\"" + words + "\",\"colours\":[\"red\",\"" + words + "\"]"));
        for (Map.Entry<String, String> context : Map.of(
                        "page", "{\"path\":\"/me/%s/x\",\"title\":\"%s\",\"referrer\":\"https://%s.example/\"}",
                        "campaign", "{\"source\":\"%s\",\"medium\":\"%s\",\"name\":\"%s\"}",
                        "locale", "\"%s\"",
                        "timezone", "\"%s\"")
                .entrySet()) {
            String value =
                    context.getValue().replace("https://%s", "https://" + USER).replace("%s", id);
            items.add("{\"type\":\"page\",\"userId\":\"" + USER + "\",\"context\":{\"" + context.getKey() + "\":"
                    + value + "}}");
        }
        return items;
    }

    private static String track(String event, String properties) {
        return "{\"type\":\"track\",\"userId\":\"" + USER + "\",\"event\":\"" + event + "\",\"properties\":{"
                + properties + "}}";
    }

    private static EventProperty property(String name, EventProperty.Type type) {
        return EventProperty.newBuilder()
                .setName(name)
                .setType(type)
                .addPurposes(Purpose.ANALYTICS)
                .build();
    }

    private static void collect(Message message, String prefix, Set<String> filled) {
        message.getAllFields().forEach((field, value) -> {
            List<?> values = field.isRepeated() ? (List<?>) value : List.of(value);
            for (Object one : values) {
                if (one instanceof Message inner) {
                    collect(inner, prefix + field.getName() + ".", filled);
                } else if (field.getJavaType() == JavaType.STRING) {
                    filled.add(prefix + field.getName());
                }
            }
        });
    }

    private static void everyText(Descriptor message, String prefix, Set<String> texts) {
        for (FieldDescriptor field : message.getFields()) {
            boolean ours =
                    field.getName().equals("refinement") || field.getName().equals("currency");
            if (field.getJavaType() == JavaType.STRING && !ours) {
                texts.add(prefix + field.getName());
            } else if (field.getJavaType() == JavaType.MESSAGE && !ours) {
                everyText(field.getMessageType(), prefix + field.getName() + ".", texts);
            }
        }
    }
}
