package dev.aisle.ingest.domains;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.catalog.documents.ChangeReading;
import dev.aisle.ingest.catalog.documents.ProductDocument;
import dev.aisle.ingest.catalog.documents.Terms;
import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.domain.ItemReader;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.platform.domains.DomainPack;
import dev.aisle.platform.domains.Domains;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends the examples of a pack through the mapping that the door and the catalogue use. Nothing is stored. */
final class PackTrial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Currency CURRENCY = Currency.getInstance("USD");

    private final DomainPack pack;
    private final Domains domains;
    private final Instant now;

    /** A trial of a pack, as if it were the only one in use. */
    public PackTrial(DomainPack pack, Instant now) {
        this.pack = pack;
        this.domains = Domains.of(List.of(pack), pack.name());
        this.now = now;
    }

    /**
     * What became of an example.
     *
     * @param example which one
     * @param fine whether it was taken
     * @param became in words
     */
    public record Line(String example, boolean fine, String became) {}

    /** Tries all examples. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Map<String, Object> product : pack.examples().products()) {
            lines.add(product("examples.products[" + lines.size() + "]", product));
        }
        int event = 0;
        for (Map<String, Object> example : pack.examples().events()) {
            lines.add(event("examples.events[" + event++ + "]", example));
        }
        return lines;
    }

    private Line product(String place, Map<String, Object> example) {
        ObjectNode json = JSON.valueToTree(example);
        Terms terms = new Terms("shop", CURRENCY, now, now, domains);
        return switch (ProductDocument.read(json, null, terms)) {
            case ChangeReading.Valid valid ->
                new Line(place, true, words(valid.changes().getFirst().getProduct()));
            case ChangeReading.Invalid(String ignored, Fault fault) -> refused(place, fault);
        };
    }

    private static String words(Product product) {
        return "product " + product.getProductId() + ", category "
                + (product.getCategoryPathCount() == 0 ? "none" : String.join(" > ", product.getCategoryPathList()))
                + ", brand " + (product.getBrand().isEmpty() ? "none" : product.getBrand());
    }

    private Line event(String place, Map<String, Object> example) {
        try {
            byte[] body = JSON.writeValueAsBytes(example);
            if (!(BodyReader.read(body, Call.TRACK) instanceof Body.Parsed parsed)) {
                return new Line(place, false, "isn't an event of the Segment API");
            }
            Arrival arrival = new Arrival(
                    "shop",
                    "pack-check",
                    false,
                    CURRENCY,
                    now,
                    null,
                    MissingNode.getInstance(),
                    Set.of(),
                    EventSchemas.NONE,
                    domains);
            return switch (ItemReader.read(parsed.items().getFirst(), arrival)) {
                case Reading.Candidate candidate ->
                    read(place, candidate.event().build());
                case Reading.Rejection rejection -> refused(place, rejection.fault());
            };
        } catch (JsonProcessingException e) {
            return new Line(place, false, "isn't JSON: " + e.getOriginalMessage());
        }
    }

    private static Line read(String place, ShopEvent event) {
        if (event.getDomain().isEmpty()) {
            return new Line(place, false, event.getSourceName() + " is no event of the pack; name it under events");
        }
        String items = event.getItemsList().stream().map(Item::getProductId).collect(Collectors.joining(", "));
        String lost = event.getMinimisedFieldsCount() == 0
                ? ""
                : "; dropped, since nobody maps them: " + String.join(", ", event.getMinimisedFieldsList());
        return new Line(
                place,
                true,
                event.getSourceName() + " → " + event.getType().name().toLowerCase(Locale.ROOT) + " of " + items
                        + lost);
    }

    private static Line refused(String place, Fault fault) {
        return new Line(place, false, fault.field() + ": " + fault.message());
    }
}
