package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.NullCharacters;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands one item: what it is, whose, when, and what of it goes on. */
public final class ItemReader {
    private ItemReader() {}

    /** Reads an item; the first thing that is wrong with it rejects it. */
    public static Reading read(RawItem item, Arrival arrival) {
        Faults faults = new Faults();
        Fields fields = Fields.ofCall(item.json(), faults);
        String messageId = messageId(fields);
        checkForm(item, faults);
        if (faults.first().isPresent()) {
            return new Reading.Rejection(item.index(), messageId, faults.first().get(), null);
        }
        Call call = callOf(item, fields);
        Faults whose = new Faults();
        Identity identity = Identity.read(Fields.ofCall(item.json(), whose), call, arrival.context());
        whose.first().ifPresent(faults::add);
        if (messageId != null && identity.isHeldBy(messageId)) {
            faults.invalid("messageId", "expected an id that holds neither userId nor anonymousId, such as a UUID");
            return new Reading.Rejection(item.index(), null, faults.first().orElseThrow(), null);
        }
        Instant occurredAt = occurredAt(fields, arrival);
        String id = messageId == null ? UUID.randomUUID().toString() : messageId;
        ShopEvent.Builder event = ShopEvent.newBuilder()
                .setMessageId(id)
                .setTenant(arrival.tenant())
                .setSource(arrival.source())
                .setReceivedAt(Timestamps.of(arrival.receivedAt()))
                .setOccurredAt(Timestamps.of(occurredAt))
                .addAllMinimisedFields(item.leftOut());
        fill(event, call, fields, identity, arrival);
        if (item.strict()) {
            Strictness.check(event, faults);
        }
        Reading.Candidate read = new Reading.Candidate(
                item.index(), id, identity, occurredAt, event, faults.mended().orElse(null));
        Optional<Fault> fault = faults.first();
        return fault.isPresent()
                ? new Reading.Rejection(
                        item.index(), messageId, fault.get(), whose.first().isEmpty() ? read : null)
                : read;
    }

    private static void checkForm(RawItem item, Faults faults) {
        Fault fault = item.fault();
        if (fault != null) {
            faults.add(fault.code(), fault.field(), fault.message());
        } else if (item.bytes() > Limits.EVENT_BYTES) {
            faults.add("oversize", "", "expected an event of at most " + Limits.EVENT_BYTES + " bytes");
        } else if (!item.json().isObject()) {
            faults.add("not-an-object", "", "expected a JSON object");
        } else if (item.tooDeep()) {
            faults.add("too-deep", "", "expected at most " + Limits.NESTING + " levels of objects and arrays");
        } else if (item.suspectNull()) {
            NullCharacters.find(item.json())
                    .ifPresent(field -> faults.add("null-character", field, "expected a text without U+0000"));
        }
    }

    /** The client's id; {@code null} when it gave none, or one that is a fault. */
    private static @Nullable String messageId(Fields item) {
        JsonNode given = item.raw("messageId");
        if (given.isMissingNode() || (given.isTextual() && given.asText().isEmpty())) {
            return null;
        }
        String id = item.text("messageId", Limits.MESSAGE_ID);
        if (id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            item.faults()
                    .invalid(
                            "messageId",
                            "expected 1 to " + Limits.MESSAGE_ID + " characters without control characters");
            return null;
        }
        if (Masking.holdsAddress(id)) {
            item.faults()
                    .invalid(
                            "messageId",
                            "expected an id without an e-mail address or telephone number, such as a UUID");
            return null;
        }
        return id;
    }

    private static Call callOf(RawItem item, Fields fields) {
        if (item.call() != Call.BATCH) {
            return item.call();
        }
        if (!fields.has("type")) {
            fields.faults().add("missing-type", "type", "expected track, identify, page, screen, group or alias");
            return Call.TRACK;
        }
        Optional<Call> call = Call.ofType(fields.text("type", Limits.ID));
        if (call.isEmpty()) {
            fields.faults().add("unknown-type", "type", "expected track, identify, page, screen, group or alias");
        }
        return call.orElse(Call.TRACK);
    }

    private static Instant occurredAt(Fields item, Arrival arrival) {
        Instant happened = item.instant(item.has("originalTimestamp") ? "originalTimestamp" : "timestamp");
        Instant sent = item.has("sentAt") ? item.instant("sentAt") : arrival.sentAt();
        return ClockSkew.occurredAt(arrival.receivedAt(), sent, happened);
    }

    private static void fill(ShopEvent.Builder event, Call call, Fields item, Identity identity, Arrival arrival) {
        Masking masking = new Masking(identity, event);
        ContextReader.read(item, arrival, masking, event);
        switch (call) {
            case TRACK -> TrackReader.read(item.guardedBy(masking), identity, arrival, event);
            case PAGE, SCREEN -> page(item.guardedBy(masking).object("properties"), call, identity, event);
            case IDENTIFY -> withoutTraits(event.setType(EventType.IDENTIFY), item, "traits");
            case GROUP -> withoutTraits(event.setType(EventType.GROUP), item, "groupId", "traits");
            case ALIAS -> event.setType(EventType.ALIAS);
            case BATCH -> throw new IllegalStateException("An item is never a batch");
        }
    }

    private static void page(Fields properties, Call call, Identity identity, ShopEvent.Builder event) {
        event.setType(call == Call.PAGE ? EventType.PAGE_VIEW : EventType.SCREEN_VIEW);
        ContextReader.readPage(properties, event);
        UnknownProperties.note(event.getType(), properties, identity, event);
    }

    /** Traits and groups describe a person; the address of one belongs to the vault of privacy-service, nowhere else. */
    private static void withoutTraits(ShopEvent.Builder event, Fields item, String... fields) {
        for (String field : fields) {
            if (item.has(field)) {
                event.addMinimisedFields(field);
            }
        }
    }
}
