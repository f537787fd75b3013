package dev.aisle.profile.people.store;

import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import dev.aisle.contracts.profile.v1.KeptItem;
import dev.aisle.contracts.profile.v1.KeptOrder;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.people.domain.PurposeSets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Packs the events of a chunk. */
final class ChunkWriter {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<Long, Integer> sessions = new LinkedHashMap<>();
    private final long monthMillis;

    private ChunkWriter(long monthMillis) {
        this.monthMillis = monthMillis;
    }

    static byte[] write(Chunk chunk) {
        ChunkWriter writer = new ChunkWriter(chunk.month().toEpochMilli());
        EventChunk.Builder written = EventChunk.newBuilder();
        chunk.events().list().forEach(event -> written.addEvents(writer.event(event)));
        return written.addAllTexts(writer.texts.keySet())
                .addAllSessions(writer.sessions.keySet())
                .build()
                .toByteArray();
    }

    private KeptEvent event(PersonEvent event) {
        PersonContext context = event.context();
        EventQuality quality = event.quality();
        KeptEvent.Builder kept = KeptEvent.newBuilder()
                .setId(event.id())
                .setAt((int) (event.at().toEpochMilli() - monthMillis))
                .setType(event.type())
                .setPurposes(PurposeSets.bits(event.purposes()))
                .setConsentVersion(event.consentVersion())
                .setSession(session(event.session()))
                .setList(text(event.list()))
                .setName(text(event.name()))
                .setZone(event.zone() == null ? 0 : text(event.zone().getId()))
                .setDevice(context.device())
                .setCountry(text(context.country()))
                .setSource(text(context.source()))
                .setCampaign(text(context.campaign()))
                .setPage(text(context.page()))
                .setBot(quality.bot())
                .setOutlier(quality.outlier())
                .setLate(quality.late());
        event.items().forEach(item -> kept.addItems(item(item)));
        quality.filled().forEach(field -> kept.addFilled(text(field)));
        quality.missing().forEach(field -> kept.addMissing(text(field)));
        PersonOrder order = event.order();
        if (order != null) {
            kept.setOrder(order(order));
        }
        return kept.build();
    }

    private KeptItem item(PersonItem item) {
        KeptItem.Builder kept = KeptItem.newBuilder()
                .setProduct(text(item.product()))
                .setCategory(text(item.category()))
                .setBrand(text(item.brand()))
                .setVariant(text(item.variant()));
        if (item.price() != null) {
            kept.setPrice(Objects.requireNonNull(item.price()));
        }
        if (item.quantity() != 1) {
            kept.setQuantity(item.quantity());
        }
        return kept.build();
    }

    private KeptOrder order(PersonOrder order) {
        KeptOrder.Builder kept = KeptOrder.newBuilder()
                .setOrder(text(order.order()))
                .setDiscount(order.discount())
                .setCurrency(text(order.currency()))
                .setCoupon(text(order.coupon()));
        if (order.revenue() != null) {
            kept.setRevenue(Objects.requireNonNull(order.revenue()));
        }
        return kept.build();
    }

    private int text(String text) {
        return text.isEmpty() ? 0 : texts.computeIfAbsent(text, _ -> texts.size() + 1);
    }

    private int session(long session) {
        return session == 0 ? 0 : sessions.computeIfAbsent(session, _ -> sessions.size() + 1);
    }
}
