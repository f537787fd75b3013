package dev.aisle.profile.people.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A person's events one by one, in place of the packed months of the table. */
final class ReadableEvents {
    private static final int MOST = 100_000;
    private static final List<String> FIELDS = List.of(
            "at",
            "type",
            "name",
            "list",
            "items",
            "order",
            "device",
            "country",
            "zone",
            "page",
            "source",
            "campaign",
            "grantedFor",
            "consentVersion",
            "robot",
            "unusual",
            "late",
            "filled",
            "missing");

    private ReadableEvents() {}

    /** The section of the table with the events of it. */
    static Section section(Section ofTable, PersonEvents events) {
        List<String> purposes = ofTable.fields().stream()
                .flatMap(field -> field.purposes().stream())
                .distinct()
                .toList();
        return new Section(
                ofTable.name(),
                ofTable.source(),
                ofTable.retention(),
                events.size() <= MOST,
                FIELDS.stream().map(name -> new Field(name, purposes)).toList(),
                events.list().stream().limit(MOST).map(ReadableEvents::record).toList());
    }

    private static Map<String, Object> record(PersonEvent event) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("at", event.at().toString());
        record.put("type", lower(event.type()));
        put(record, "name", event.name());
        put(record, "list", event.list());
        put(record, "items", event.items().stream().map(ReadableEvents::item).toList());
        if (event.order() != null) {
            record.put("order", order(event.order()));
        }
        DeviceClass device = event.context().device();
        put(record, "device", device == DeviceClass.DEVICE_CLASS_UNSPECIFIED ? "" : lower(device));
        put(record, "country", event.context().country());
        put(record, "zone", event.zone() == null ? "" : event.zone().getId());
        put(record, "page", event.context().page());
        put(record, "source", event.context().source());
        put(record, "campaign", event.context().campaign());
        put(record, "grantedFor", purposes(event));
        record.put("consentVersion", event.consentVersion());
        put(record, "robot", event.quality().bot());
        put(record, "unusual", event.quality().outlier());
        put(record, "late", event.quality().late());
        put(record, "filled", event.quality().filled());
        put(record, "missing", event.quality().missing());
        return record;
    }

    private static List<String> purposes(PersonEvent event) {
        List<Purpose> granted = new ArrayList<>(event.purposes());
        granted.sort(null);
        return granted.stream().map(ReadableEvents::lower).toList();
    }

    private static Map<String, Object> item(PersonItem item) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("product", item.product());
        put(record, "category", item.category());
        put(record, "brand", item.brand());
        put(record, "variant", item.variant());
        if (item.price() != null) {
            record.put("priceMinorUnits", item.price());
        }
        record.put("quantity", item.quantity());
        return record;
    }

    private static Map<String, Object> order(PersonOrder order) {
        Map<String, Object> record = new LinkedHashMap<>();
        put(record, "order", order.order());
        if (order.revenue() != null) {
            record.put("paidMinorUnits", order.revenue());
        }
        record.put("discountMinorUnits", order.discount());
        put(record, "currency", order.currency());
        put(record, "coupon", order.coupon());
        return record;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> record, String name, String value) {
        if (!value.isEmpty()) {
            record.put(name, value);
        }
    }

    private static void put(Map<String, Object> record, String name, boolean value) {
        if (value) {
            record.put(name, true);
        }
    }

    private static void put(Map<String, Object> record, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            record.put(name, values);
        }
    }
}
