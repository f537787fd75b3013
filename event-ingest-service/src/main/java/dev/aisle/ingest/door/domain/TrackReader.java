package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.Coupon;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Exposure;
import dev.aisle.contracts.events.v1.Message;
import dev.aisle.contracts.events.v1.ProductList;
import dev.aisle.contracts.events.v1.Promotion;
import dev.aisle.contracts.events.v1.Search;
import dev.aisle.contracts.events.v1.Share;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.EventNames;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Amounts;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.Texts;
import dev.aisle.platform.domains.DomainPack.PackEvent;
import java.math.BigDecimal;
import java.util.Map;

/** A track call: its name decides which properties go on. */
final class TrackReader {
    private TrackReader() {}

    static void read(Fields item, Identity identity, Arrival arrival, ShopEvent.Builder event) {
        String name = item.words("event", Limits.ID);
        if (name.isBlank()) {
            item.faults().add("missing-event", "event", "expected the name of the event such as Product Viewed");
            return;
        }
        EventType type = EventNames.typeOf(name);
        event.setType(type).setSourceName(name);
        Fields properties = item.object("properties");
        if (type == EventType.CUSTOM) {
            arrival.domains()
                    .event(name)
                    .ifPresentOrElse(
                            own -> ofPack(own, properties, identity, arrival, event),
                            () -> CustomProperties.read(
                                    properties, arrival.schemas().of(name), identity, event));
            return;
        }
        known(type, properties, identity, arrival, event);
    }

    /** What a domain's pack says is an event of the shop under another name, with other names of its properties. */
    private static void ofPack(
            PackEvent own, Fields properties, Identity identity, Arrival arrival, ShopEvent.Builder event) {
        event.setType(own.type()).setDomain(own.domain());
        Fields renamed = properties.renamed(own.properties(), own.constants());
        known(own.type(), renamed, identity, arrival, event);
        if (event.getItemsCount() == 0 && ProductReader.isDone(own.type())) {
            properties.faults().invalid("properties", "expected " + nameOfProduct(own) + ", what the event is about");
        }
    }

    /** What clients of the pack call the product's id. */
    private static String nameOfProduct(PackEvent own) {
        return own.properties().entrySet().stream()
                .filter(name -> name.getValue().equals("product_id"))
                .map(Map.Entry::getKey)
                .sorted()
                .reduce((one, other) -> one + " or " + other)
                .orElse("product_id");
    }

    private static void known(
            EventType type, Fields properties, Identity identity, Arrival arrival, ShopEvent.Builder event) {
        Amounts amounts = Amounts.roundedIn(properties, arrival.shopCurrency());
        ProductReader.read(properties, type, amounts, event);
        details(type, properties, amounts, event);
        UnknownProperties.note(type, properties, identity, event);
    }

    private static void details(EventType type, Fields properties, Amounts amounts, ShopEvent.Builder event) {
        switch (type) {
            case CHECKOUT, PURCHASE, REFUND, CANCEL -> event.setOrder(OrderReader.read(properties, amounts));
            case SEARCH -> search(properties, event);
            case REVIEW -> ReviewReader.read(properties, event);
            case PROMOTION_VIEW, PROMOTION_CLICK -> event.setPromotion(promotion(properties));
            case EXPOSURE -> event.setExposure(exposure(properties));
            case LIST_VIEW, LIST_CLICK -> event.setList(list(properties));
            case COUPON_ENTERED, COUPON_APPLIED, COUPON_DENIED, COUPON_REMOVED ->
                event.setCoupon(coupon(properties, amounts));
            case MESSAGE_DELIVERED,
                    MESSAGE_OPENED,
                    MESSAGE_CLICKED,
                    MESSAGE_BOUNCED,
                    MESSAGE_MARKED_AS_SPAM,
                    UNSUBSCRIBED -> event.setMessage(message(properties));
            case SHARE -> event.setShare(Share.newBuilder().setVia(properties.words("share_via", Limits.ID)));
            default -> {}
        }
    }

    private static void search(Fields properties, ShopEvent.Builder event) {
        String query = properties.words(properties.has("query") ? "query" : "search_term", Limits.NAME);
        BigDecimal results = properties.number("result_count");
        Search.Builder search = Search.newBuilder().setQuery(query);
        if (results != null && results.signum() >= 0) {
            search.setResultCount(
                    results.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
        }
        event.setSearch(search);
    }

    private static Promotion promotion(Fields properties) {
        return Promotion.newBuilder()
                .setPromotionId(properties.text("promotion_id", Limits.ID))
                .setName(properties.clipped("name", Limits.NAME))
                .setCreative(properties.clipped("creative", Limits.NAME))
                .setPosition(properties.text("position", Limits.ID))
                .build();
    }

    private static Exposure exposure(Fields properties) {
        return Exposure.newBuilder()
                .setExperimentId(properties.text("experiment_id", Limits.ID))
                .setExperimentName(properties.clipped("experiment_name", Limits.NAME))
                .setVariationId(properties.text("variation_id", Limits.ID))
                .setVariationName(properties.clipped("variation_name", Limits.NAME))
                .build();
    }

    private static ProductList list(Fields properties) {
        return ProductList.newBuilder()
                .setListId(properties.firstText(Limits.ID, "list_id", "item_list_id"))
                .setCategory(properties.clipped("category", Limits.NAME))
                .build();
    }

    private static Coupon coupon(Fields properties, Amounts amounts) {
        Coupon.Builder coupon = Coupon.newBuilder()
                .setCouponId(properties.firstText(Limits.ID, "coupon_id", "coupon"))
                .setName(properties.clipped("coupon_name", Limits.NAME))
                .setReason(properties.clipped("reason", Limits.NAME));
        var discount = amounts.read(properties, "discount");
        return discount == null ? coupon.build() : coupon.setDiscount(discount).build();
    }

    private static Message message(Fields properties) {
        return Message.newBuilder()
                .setMessageId(properties.firstText(Limits.ID, "message_id", "email_id"))
                .setCampaignId(properties.firstText(Limits.ID, "campaign_id"))
                .setLink(properties.clipped("link_url", 1_000, Texts::pathOf))
                .build();
    }
}
