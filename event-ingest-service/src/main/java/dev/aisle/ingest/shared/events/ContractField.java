package dev.aisle.ingest.shared.events;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.Map;

/**
 * A field of an event as its contract describes it.
 *
 * @param name its path in the contract: {@code search.query}
 * @param clientName where clients write it: {@code properties.query}
 * @param number whether it holds a number or an amount
 * @param purposes why it is collected
 */
public record ContractField(String name, String clientName, boolean number, List<Purpose> purposes) {
    private static final Map<String, String> CLIENT_NAMES = Map.of(
            "anonymous_pseudonym", "anonymousId",
            "source_name", "event",
            "review.text", "properties.review_body",
            "context.page_path", "context.page.path",
            "context.page_title", "context.page.title",
            "context.referrer_domain", "context.page.referrer",
            "context.campaign_source", "context.campaign.source",
            "context.campaign_medium", "context.campaign.medium",
            "context.campaign_name", "context.campaign.name",
            "context.country", "context.location.country");

    /** The properties of custom events. Behind the names, which it is made with. */
    static final ContractField PROPERTIES = of("properties");

    public ContractField {
        purposes = List.copyOf(purposes);
    }

    /** The field of a path such as {@code items.price} below {@link ShopEvent}. */
    public static ContractField of(String path) {
        Descriptor message = ShopEvent.getDescriptor();
        FieldDescriptor field = null;
        for (String step : path.split("\\.", -1)) {
            field = message.findFieldByName(step);
            if (field == null) {
                throw new IllegalArgumentException("There is no field " + path + " in an event");
            }
            message = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : message;
        }
        if (field == null) {
            throw new IllegalArgumentException("expected a path");
        }
        return of(field, path);
    }

    static ContractField of(FieldDescriptor field, String path) {
        return new ContractField(
                path, clientName(path), isNumber(field), field.getOptions().getExtension(Common.purposes));
    }

    private static boolean isNumber(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT, LONG, FLOAT, DOUBLE -> true;
            case MESSAGE -> field.getMessageType().equals(Money.getDescriptor());
            case BOOLEAN, STRING, BYTE_STRING, ENUM -> false;
        };
    }

    private static String clientName(String path) {
        String given = CLIENT_NAMES.get(path);
        if (given != null) {
            return given;
        }
        if (path.startsWith("items.")) {
            return "properties.products[]." + path.substring("items.".length());
        }
        int dot = path.indexOf('.');
        return dot < 0 || path.startsWith("context.") ? path : "properties" + path.substring(dot);
    }
}
