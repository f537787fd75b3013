package dev.aisle.ingest.door.domain;

import dev.aisle.algorithms.privacy.pii.PiiDetector;
import dev.aisle.algorithms.privacy.pii.PiiType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.values.Faults;
import java.util.EnumSet;

/** What rejects the event of a strict request, where another would go on without it. */
final class Strictness {
    /** The kind of fault that is an answer of its own: the JSON is right, its content may not be kept. */
    static final String PERSONAL_DATA = "personal-data";

    private static final String PROPERTIES = "properties.";
    private static final PiiDetector CARDS = PiiDetector.of(EnumSet.of(PiiType.CREDIT_CARD));

    private Strictness() {}

    static void check(ShopEvent.Builder event, Faults faults) {
        event.getMinimisedFieldsList().stream()
                .filter(name -> name.startsWith(PROPERTIES))
                .forEach(name -> faults.add(
                        "unknown-property", name, "expected only properties that the schema of this event knows"));
        faults.mended().ifPresent(mended -> faults.invalid(mended.field(), mended.message()));
        for (Item item : event.getItemsList()) {
            refuseCard("properties.sku", item.getSku(), faults);
            refuseCard("properties.product_id", item.getProductId(), faults);
        }
        refuseCard("properties.order_id", event.getOrder().getOrderId(), faults);
    }

    private static void refuseCard(String field, String id, Faults faults) {
        if (!CARDS.find(id).isEmpty()) {
            faults.add(PERSONAL_DATA, field, "expected an id of the shop, found the number of a payment card");
        }
    }
}
