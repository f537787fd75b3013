package dev.aisle.ingest.door.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.protocols.cloudevents.CloudEventReader;
import dev.aisle.ingest.protocols.ga4.MeasurementReader;
import dev.aisle.ingest.protocols.strict.StrictEventReader;
import dev.aisle.testing.AnyJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Every body that the door takes without knowing who sends it: the Segment API, GA4, CloudEvents, the strict event, gzip around them. */
class BodiesFuzzTest {
    private static final List<String> NAMES = List.of(
            "GRANTED",
            "ad_activeview",
            "ad_click",
            "ad_exposure",
            "ad_personalization",
            "ad_query",
            "ad_reward",
            "ad_user_data",
            "add_to_cart",
            "add_to_wishlist",
            "adunit_exposure",
            "affiliation",
            "alias",
            "android",
            "anonymousId",
            "anonymousid",
            "app_clear_data",
            "app_exception",
            "app_install",
            "app_instance_id",
            "app_remove",
            "app_store_refund",
            "app_update",
            "app_upgrade",
            "batch",
            "begin_checkout",
            "brand",
            "campaign",
            "campaign_id",
            "campaign_medium",
            "campaign_source",
            "cart_viewed",
            "category",
            "ce-",
            "checkout_completed",
            "checkout_id",
            "checkout_started",
            "client_id",
            "collection_viewed",
            "consent",
            "context",
            "country",
            "country_id",
            "coupon",
            "coupon_id",
            "coupon_name",
            "creative",
            "creative_name",
            "creative_slot",
            "currency",
            "data",
            "datacontenttype",
            "device",
            "discount",
            "dynamic_link_app_open",
            "dynamic_link_app_update",
            "dynamic_link_first_open",
            "email_id",
            "error",
            "event",
            "eventId",
            "events",
            "experiment_id",
            "experiment_name",
            "firebase_campaign",
            "first_open",
            "first_visit",
            "group",
            "groupId",
            "id",
            "identify",
            "import",
            "in_app_purchase",
            "index",
            "invalid-attribute",
            "invalid-field",
            "invalid-id",
            "ios",
            "ip",
            "ip_override",
            "ipad",
            "item_brand",
            "item_category",
            "item_id",
            "item_list_id",
            "item_list_name",
            "item_name",
            "item_variant",
            "items",
            "language",
            "library",
            "link_url",
            "list_id",
            "locale",
            "location",
            "medium",
            "messageId",
            "message_id",
            "missing",
            "missing-attribute",
            "missing-event",
            "missing-id",
            "missing-property",
            "missing-type",
            "mobi",
            "name",
            "nan",
            "non_personalized_ads",
            "none",
            "not-an-object",
            "notification_dismiss",
            "notification_foreground",
            "notification_open",
            "notification_receive",
            "notification_send",
            "null",
            "null-character",
            "occurredAt",
            "orderId",
            "order_id",
            "originalTimestamp",
            "os_update",
            "oversize",
            "page",
            "page_location",
            "page_referrer",
            "page_title",
            "page_view",
            "params",
            "path",
            "personal-data",
            "position",
            "previousId",
            "price",
            "productId",
            "product_added_to_cart",
            "product_id",
            "product_removed_from_cart",
            "product_viewed",
            "products",
            "promotion_id",
            "promotion_name",
            "properties",
            "purchase",
            "quantity",
            "quantity_unit",
            "query",
            "rating",
            "rating_max",
            "reason",
            "referrer",
            "refund",
            "remove_from_cart",
            "result_count",
            "revenue",
            "review_body",
            "review_id",
            "screen",
            "screen_view",
            "search",
            "search_submitted",
            "search_term",
            "select_item",
            "select_promotion",
            "sentAt",
            "session_start",
            "share_via",
            "shipping",
            "sku",
            "source");

    @FuzzTest
    void anyBodyIsReadOrRefusedWithAReason(FuzzedDataProvider data) {
        Call call = data.pickValue(Call.values());
        int protocol = data.consumeInt(0, 5);
        byte[] bytes = data.consumeBoolean()
                ? AnyJson.of(bound -> data.consumeInt(0, bound - 1), NAMES)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)
                : data.consumeRemainingAsBytes();
        judge(
                switch (protocol) {
                    case 0 -> MeasurementReader.read(bytes);
                    case 1 -> StrictEventReader.read(bytes);
                    case 2 -> CloudEventReader.structured(bytes);
                    case 3 -> CloudEventReader.batch(bytes);
                    case 4 ->
                        CloudEventReader.binary(
                                Map.of("id", "1", "source", "/fuzz", "type", "fuzz", "specversion", "1.0"),
                                "application/json",
                                bytes);
                    default -> BodyReader.read(unpacked(bytes), call);
                });
    }

    private static byte[] unpacked(byte[] bytes) {
        try {
            return Transfer.decode(bytes, null);
        } catch (Transfer.NotGzip e) {
            assertThat(e).hasMessageContaining("gzip");
            return bytes;
        }
    }

    private static void judge(Body body) {
        switch (body) {
            case Body.Parsed parsed -> assertThat(parsed.items()).hasSizeLessThanOrEqualTo(2_500);
            case Body.TooLarge tooLarge -> assertThat(tooLarge.message()).isNotBlank();
            case Body.Malformed malformed -> assertThat(malformed.message()).isNotBlank();
        }
    }
}
