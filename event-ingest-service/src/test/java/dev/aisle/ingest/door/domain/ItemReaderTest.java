package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Masked;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemReaderTest {
    private static final Instant RECEIVED = Samples.RECEIVED;

    @ParameterizedTest
    @CsvSource({
        "Product Viewed,PRODUCT_VIEW",
        "Viewed Product,PRODUCT_VIEW",
        "view_item,PRODUCT_VIEW",
        "product_viewed,PRODUCT_VIEW",
        "PRODUCT viewed,PRODUCT_VIEW",
        "Product List Viewed,LIST_VIEW",
        "Viewed Product Category,LIST_VIEW",
        "view_item_list,LIST_VIEW",
        "collection_viewed,LIST_VIEW",
        "Product Clicked,LIST_CLICK",
        "Clicked Product,LIST_CLICK",
        "select_item,LIST_CLICK",
        "Products Searched,SEARCH",
        "search,SEARCH",
        "search_submitted,SEARCH",
        "Product Added,CART_ADD",
        "Added Product,CART_ADD",
        "add_to_cart,CART_ADD",
        "product_added_to_cart,CART_ADD",
        "Product Removed,CART_REMOVE",
        "Removed Product,CART_REMOVE",
        "remove_from_cart,CART_REMOVE",
        "product_removed_from_cart,CART_REMOVE",
        "Cart Viewed,CART_VIEW",
        "view_cart,CART_VIEW",
        "cart_viewed,CART_VIEW",
        "Checkout Started,CHECKOUT",
        "Started Order,CHECKOUT",
        "begin_checkout,CHECKOUT",
        "checkout_started,CHECKOUT",
        "Order Completed,PURCHASE",
        "Completed Order,PURCHASE",
        "purchase,PURCHASE",
        "checkout_completed,PURCHASE",
        "Order Refunded,REFUND",
        "refund,REFUND",
        "Order Cancelled,CANCEL",
        "Promotion Viewed,PROMOTION_VIEW",
        "Viewed Promotion,PROMOTION_VIEW",
        "view_promotion,PROMOTION_VIEW",
        "Promotion Clicked,PROMOTION_CLICK",
        "Clicked Promotion,PROMOTION_CLICK",
        "select_promotion,PROMOTION_CLICK",
        "Product Added to Wishlist,WISHLIST_ADD",
        "add_to_wishlist,WISHLIST_ADD",
        "Product Reviewed,REVIEW",
        "Coupon Entered,COUPON_ENTERED",
        "Coupon Applied,COUPON_APPLIED",
        "Coupon Denied,COUPON_DENIED",
        "Coupon Removed,COUPON_REMOVED",
        "Experiment Viewed,EXPOSURE",
        "Email Delivered,MESSAGE_DELIVERED",
        "Email Opened,MESSAGE_OPENED",
        "Email Link Clicked,MESSAGE_CLICKED",
        "Email Bounced,MESSAGE_BOUNCED",
        "Email Marked as Spam,MESSAGE_MARKED_AS_SPAM",
        "Unsubscribed,UNSUBSCRIBED",
        "Loyalty Shown,CUSTOM"
    })
    void everyNameOfAnEventIsUnderstood(String name, EventType type) {
        ShopEvent event = track(name, "{\"product_id\":\"tea\"}");

        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getSourceName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "identify,IDENTIFY",
        "page,PAGE_VIEW",
        "screen,SCREEN_VIEW",
        "group,GROUP",
        "alias,ALIAS",
    })
    void everyCallIsUnderstood(String type, EventType expected) {
        assertThat(event("{\"type\":\"" + type + "\",\"userId\":\"u\"}").getType())
                .isEqualTo(expected);
    }

    @Test
    void anOrderKeepsItsProductsAndAmounts() {
        ShopEvent event = track("Order Completed", """
                {"order_id":"o1","total":30.5,"revenue":"25","shipping":5.495,"currency":"EUR","coupon":"HELLO",
                 "products":[{"product_id":"a","price":10,"quantity":2},{"sku":"b","price":5.49,"position":2}]}""");

        assertThat(event.getOrder().getOrderId()).isEqualTo("o1");
        assertThat(event.getOrder().getTotal()).isEqualTo(money(3050, "EUR"));
        assertThat(event.getOrder().getRevenue()).isEqualTo(money(2500, "EUR"));
        assertThat(event.getOrder().getShipping()).isEqualTo(money(550, "EUR"));
        assertThat(event.getItems(0).getQuantity()).isEqualTo(2);
        assertThat(event.getItems(1).getProductId()).isEqualTo("b");
        assertThat(event.getItems(1).getPrice()).isEqualTo(money(549, "EUR"));
        assertThat(event.getItems(1).hasQuantity()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"JPY,1500,1500", "EUR,15.005,1500", "KWD,1.2345,1234", "'',9.99,999"})
    void moneyHasTheMinorUnitsOfItsCurrency(String currency, String amount, long minorUnits) {
        ShopEvent event = track(
                "Product Viewed", "{\"product_id\":\"a\",\"price\":" + amount + ",\"currency\":\"" + currency + "\"}");

        assertThat(event.getItems(0).getPrice()).isEqualTo(money(minorUnits, currency.isEmpty() ? "USD" : currency));
    }

    @Test
    void aSearchAReviewAnExposureAndACouponKeepTheirFields() {
        assertThat(track("Products Searched", "{\"query\":\"green tea\"}")
                        .getSearch()
                        .getQuery())
                .isEqualTo("green tea");
        assertThat(track("Product Reviewed", "{\"product_id\":\"a\",\"rating\":4,\"review_body\":\"fine\"}")
                        .getReview()
                        .getText())
                .isEqualTo("fine");
        assertThat(track("Experiment Viewed", "{\"experiment_id\":\"e\",\"variation_id\":\"v\"}")
                        .getExposure()
                        .getVariationId())
                .isEqualTo("v");
        assertThat(track("Coupon Applied", "{\"coupon_id\":\"c\",\"discount\":1}")
                        .getCoupon()
                        .getDiscount())
                .isEqualTo(money(100, "USD"));
    }

    @ParameterizedTest
    @CsvSource({"4012888888881881,card", "ada@example.org,email", "+49 170 1234567,phone", "u,id"})
    void whatIdentifiesSomebodyIsMaskedAndNamed(String query, String type) {
        ShopEvent event = track("Products Searched", "{\"query\":\"" + query + "\"}");

        assertThat(event.getSearch().getQuery()).isEqualTo("[" + type + "]");
        assertThat(event.getMaskedList())
                .containsExactly(Masked.newBuilder()
                        .setField("properties.query")
                        .setType(type)
                        .setCount(1)
                        .build());
    }

    @Test
    void ofAnUndeclaredCustomEventNoPropertyGoesOnAndEachIsNamed() {
        ShopEvent event = track("Loyalty Shown", "{\"level\":\"gold\",\"jane@x.org\":1,\"p4915112345678\":2}");

        assertThat(event.getSourceName()).isEqualTo("Loyalty Shown");
        assertThat(event.getPropertiesMap()).isEmpty();
        assertThat(event.getMinimisedFieldsList()).containsExactly("properties.level", "properties.?");
    }

    @Test
    void ofAKnownEventUnknownPropertiesAreDroppedAndNamedOnce() {
        ShopEvent event = track("Order Completed", """
                {"order_id":"o","shoe_size":44,"products":[{"product_id":"a","url":"/a"},{"product_id":"b","url":"/b"}]}""");

        assertThat(event.getMinimisedFieldsList()).containsExactly("properties.shoe_size", "properties.products[].url");
    }

    @ParameterizedTest
    @CsvSource({"jane@x.org-1", "order-customer-12345678"})
    void aMessageIdThatTellsWhoItIsOfIsRefused(String messageId) {
        Reading reading = Samples.reading(
                "{\"type\":\"page\",\"userId\":\"customer-12345678\",\"messageId\":\"" + messageId + "\"}",
                EventSchemas.NONE);

        assertThat(reading).isInstanceOfSatisfying(Reading.Rejection.class, rejection -> {
            assertThat(rejection.fault().field()).isEqualTo("messageId");
            assertThat(rejection.messageId()).isNull();
        });
    }

    @Test
    void addressesLoseTheirQueryStrings() {
        ShopEvent event = event("""
                {"type":"page","userId":"u","context":{"userAgent":"Mozilla/5.0 (iPhone) Mobile","ip":"1.2.3.4",
                 "page":{"url":"https://shop.example/tea?user=7#x","referrer":"https://news.example/a?b=c","title":"Tea"}}}""");

        assertThat(event.getContext().getPagePath()).isEqualTo("/tea");
        assertThat(event.getContext().getReferrerDomain()).isEqualTo("news.example");
        assertThat(event.getContext().getDeviceClass()).isEqualTo(DeviceClass.MOBILE);
        assertThat(event.getMinimisedFieldsList()).containsExactly("context.ip", "context.userAgent");
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36, web, true",
        "python-requests/2.31.0, web, true",
        "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0, web, false",
        "okhttp/4.9.3, android, false"
    })
    void aUserAgentThatNamesNoBrowserMarksTheEventAndIsNotKept(String agent, String device, boolean automated) {
        ShopEvent event = event("""
                {"type":"page","userId":"u","context":{"userAgent":"%s","device":{"type":"%s"}}}""".formatted(agent, device));

        assertThat(event.getContext().getAutomated()).isEqualTo(automated);
        assertThat(event.toString()).doesNotContain(agent);
    }

    @Test
    void theTimeOfAnEventIsThatOfOurClock() {
        String item = """
                {"type":"track","event":"Cart Viewed","userId":"u","originalTimestamp":"2020-01-01T00:00:00Z",
                 "sentAt":"2020-01-01T00:00:10Z"}""";

        assertThat(event(item).getOccurredAt().getSeconds())
                .isEqualTo(RECEIVED.minusSeconds(10).getEpochSecond());
    }

    @Test
    void withoutATimeAnEventHappenedWhenItArrived() {
        assertThat(event("{\"type\":\"page\",\"userId\":\"u\"}").getOccurredAt().getSeconds())
                .isEqualTo(RECEIVED.getEpochSecond());
    }

    @Test
    void anEventWithoutMessageIdGetsOne() {
        assertThat(event("{\"type\":\"page\",\"userId\":\"u\"}").getMessageId()).hasSize(36);
    }

    private static ShopEvent track(String name, String properties) {
        return event(
                "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"" + name + "\",\"properties\":" + properties + "}");
    }

    private static ShopEvent event(String item) {
        return Samples.event(item, EventSchemas.NONE);
    }

    private static Money money(long minorUnits, String currency) {
        return Money.newBuilder()
                .setMinorUnits(minorUnits)
                .setCurrency(currency)
                .build();
    }
}
