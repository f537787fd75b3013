package dev.aisle.ingest.protocols.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.ingest.shared.events.EventNames;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The parameters of an event under the names that the Segment API has for the same things. Of an event that only the shop
 * knows, they stay as they are.
 *
 * @see <a href="https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference/events">Events</a>
 */
final class MeasurementParameters {
    private static final Map<String, String> OF_EVENTS = Map.of(
            "transaction_id", "order_id",
            "search_term", "query",
            "item_list_id", "list_id",
            "item_list_name", "category",
            "promotion_name", "name",
            "creative_name", "creative",
            "creative_slot", "position",
            "items", "products");
    private static final Map<String, String> OF_ITEMS = Map.of(
            "item_id", "product_id",
            "item_name", "name",
            "item_brand", "brand",
            "item_category", "category",
            "item_variant", "variant",
            "index", "position");
    private static final Map<String, String> OF_PAGES =
            Map.of("page_location", "url", "page_title", "title", "page_referrer", "referrer");
    private static final Map<String, String> OF_CAMPAIGNS =
            Map.of("campaign", "name", "campaign_source", "source", "campaign_medium", "medium");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MeasurementParameters() {}

    /** An item with properties and context. */
    static ObjectNode of(String name, JsonNode params, JsonNode root) {
        ObjectNode item = JSON.objectNode();
        if (!params.isMissingNode() && !params.isObject()) {
            item.set("properties", params);
            return item;
        }
        EventType type = EventNames.typeOf(name);
        item.set("properties", type == EventType.CUSTOM ? ownOf(params) : known(type, params));
        item.set("context", context(params, root));
        return item;
    }

    private static ObjectNode ownOf(JsonNode params) {
        ObjectNode own = JSON.objectNode();
        params.properties().stream()
                .filter(entry -> !OF_PAGES.containsKey(entry.getKey()))
                .forEach(entry -> own.set(entry.getKey(), entry.getValue()));
        return own;
    }

    private static ObjectNode known(EventType type, JsonNode params) {
        ObjectNode properties = renamed(params, OF_EVENTS);
        JsonNode items = params.path("items");
        if (items.isArray()) {
            ArrayNode products = properties.putArray("products");
            items.forEach(item -> products.add(item.isObject() ? renamed(item, OF_ITEMS) : item));
        }
        switch (type) {
            case PURCHASE, REFUND, CHECKOUT -> amounts(properties, params);
            case PROMOTION_VIEW, PROMOTION_CLICK -> promotion(properties, items.path(0));
            default -> {}
        }
        return properties;
    }

    /** Google's value is without shipping and tax, as Segment's revenue is; the total has them. */
    private static void amounts(ObjectNode properties, JsonNode params) {
        JsonNode value = params.path("value");
        if (value.isMissingNode()) {
            return;
        }
        properties.set("revenue", value);
        properties.remove("value");
        if (value.isNumber()) {
            BigDecimal total = value.decimalValue();
            for (String extra : new String[] {"shipping", "tax"}) {
                total = params.path(extra).isNumber()
                        ? total.add(params.path(extra).decimalValue())
                        : total;
            }
            properties.put("total", total);
        } else {
            properties.set("total", value);
        }
    }

    /** A promotion may stand at the first item instead of at the event. */
    private static void promotion(ObjectNode properties, JsonNode item) {
        renamed(item, OF_EVENTS).properties().stream()
                .filter(entry -> OF_EVENTS.containsValue(entry.getKey())
                        || entry.getKey().equals("promotion_id"))
                .filter(entry -> !properties.hasNonNull(entry.getKey()))
                .toList()
                .forEach(entry -> properties.set(entry.getKey(), entry.getValue()));
    }

    private static ObjectNode context(JsonNode params, JsonNode root) {
        ObjectNode context = JSON.objectNode();
        context.set("page", picked(params, OF_PAGES));
        context.set("campaign", picked(params, OF_CAMPAIGNS));
        set(context, "userAgent", root.path("user_agent"));
        set(context, "locale", root.path("device").path("language"));
        ObjectNode location = context.putObject("location");
        set(location, "country", root.path("user_location").path("country_id"));
        return context;
    }

    private static ObjectNode picked(JsonNode params, Map<String, String> names) {
        ObjectNode picked = JSON.objectNode();
        names.forEach((name, ours) -> set(picked, ours, params.path(name)));
        return picked;
    }

    private static void set(ObjectNode into, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            into.set(name, value);
        }
    }

    private static ObjectNode renamed(JsonNode object, Map<String, String> names) {
        ObjectNode renamed = JSON.objectNode();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            renamed.set(names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue());
        }
        return renamed;
    }

    /** Where a fault of ours stands in the request as it was sent. */
    static String fieldPath(int index, String field) {
        String path = field;
        for (Map.Entry<String, String> name : OF_ITEMS.entrySet()) {
            path = path.replaceFirst(
                    "(properties\\.products\\[\\d+]\\.)" + name.getValue() + "$", "$1" + name.getKey());
        }
        for (Map.Entry<String, String> name : OF_EVENTS.entrySet()) {
            path = path.replaceFirst("^properties\\." + name.getValue() + "(?=$|\\[)", "params." + name.getKey());
        }
        path = switch (path) {
            case "event" -> "name";
            case "total", "properties.total", "properties.revenue" -> "params.value";
            default -> path.replaceFirst("^properties", "params");
        };
        return switch (path) {
            case "userId" -> "user_id";
            case "anonymousId" -> "client_id";
            case "" -> "events[" + index + "]";
            default -> "events[" + index + "]." + path;
        };
    }
}
