package dev.aisle.profile.people.store;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import dev.aisle.contracts.profile.v1.KeptItem;
import dev.aisle.contracts.profile.v1.KeptOrder;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.people.domain.PurposeSets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unpacks the events of a chunk. */
final class ChunkReader {
    private final EventChunk chunk;
    private final long monthMillis;
    private final Map<Integer, ZoneId> zones = new HashMap<>();

    private ChunkReader(EventChunk chunk, long monthMillis) {
        this.chunk = chunk;
        this.monthMillis = monthMillis;
    }

    /**
     * A chunk as it was written.
     *
     * @param bytes unpacked
     */
    static Chunk chunk(String pseudonym, Instant month, byte[] bytes, long changes) {
        return new Chunk(pseudonym, month, PersonEvents.ordered(read(bytes, month)), changes);
    }

    /** The events in their order. */
    static List<PersonEvent> read(byte[] bytes, Instant month) {
        try {
            ChunkReader reader = new ChunkReader(EventChunk.parseFrom(bytes), month.toEpochMilli());
            List<PersonEvent> events = new ArrayList<>(reader.chunk.getEventsCount());
            for (KeptEvent kept : reader.chunk.getEventsList()) {
                events.add(reader.event(kept));
            }
            return events;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("person_events holds something else than a chunk of events", e);
        }
    }

    private PersonEvent event(KeptEvent kept) {
        return new PersonEvent(
                kept.getId(),
                Instant.ofEpochMilli(monthMillis + Integer.toUnsignedLong(kept.getAt())),
                kept.getType(),
                PurposeSets.of(kept.getPurposes()),
                kept.getConsentVersion(),
                kept.getSession() == 0 ? 0 : chunk.getSessions(kept.getSession() - 1),
                text(kept.getList()),
                items(kept),
                kept.hasOrder() ? order(kept.getOrder()) : null,
                text(kept.getName()),
                zone(kept.getZone()),
                context(kept),
                quality(kept));
    }

    private List<PersonItem> items(KeptEvent kept) {
        return switch (kept.getItemsCount()) {
            case 0 -> List.of();
            case 1 -> List.of(item(kept.getItems(0)));
            default -> kept.getItemsList().stream().map(this::item).toList();
        };
    }

    private PersonItem item(KeptItem kept) {
        return new PersonItem(
                text(kept.getProduct()),
                text(kept.getCategory()),
                text(kept.getBrand()),
                text(kept.getVariant()),
                kept.hasPrice() ? kept.getPrice() : null,
                kept.hasQuantity() ? kept.getQuantity() : 1);
    }

    private PersonOrder order(KeptOrder kept) {
        return new PersonOrder(
                text(kept.getOrder()),
                kept.hasRevenue() ? kept.getRevenue() : null,
                kept.getDiscount(),
                text(kept.getCurrency()),
                text(kept.getCoupon()));
    }

    private PersonContext context(KeptEvent kept) {
        return new PersonContext(
                kept.getDevice(),
                text(kept.getCountry()),
                text(kept.getSource()),
                text(kept.getCampaign()),
                text(kept.getPage()));
    }

    private EventQuality quality(KeptEvent kept) {
        boolean plain = !kept.getBot()
                && !kept.getOutlier()
                && !kept.getLate()
                && kept.getFilledCount() == 0
                && kept.getMissingCount() == 0;
        return plain
                ? EventQuality.PLAIN
                : new EventQuality(
                        kept.getBot(),
                        kept.getOutlier(),
                        kept.getLate(),
                        kept.getFilledList().stream().map(this::text).toList(),
                        kept.getMissingList().stream().map(this::text).toList());
    }

    private String text(int place) {
        return place == 0 ? "" : chunk.getTexts(place - 1);
    }

    private @Nullable ZoneId zone(int place) {
        return place == 0 ? null : zones.computeIfAbsent(place, _ -> ZoneId.of(text(place)));
    }
}
