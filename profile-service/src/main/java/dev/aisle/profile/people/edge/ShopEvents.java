package dev.aisle.profile.people.edge;

import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.Identity;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.people.domain.PurposeSets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the wire as what a profile keeps of them. */
final class ShopEvents {
    private ShopEvents() {}

    static PersonEvent personEvent(ShopEvent event) {
        return new PersonEvent(
                Identity.of(event.getMessageId()),
                at(event),
                event.getType() == EventType.UNRECOGNIZED ? EventType.CUSTOM : event.getType(),
                PurposeSets.of(PurposeSets.bits(event.getGrantedPurposesList())),
                event.getConsentVersion(),
                Identity.of(event.getRefinement().getSessionId()),
                list(event),
                event.getItemsList().stream()
                        .filter(item -> !item.getProductId().isEmpty())
                        .map(ShopEvents::item)
                        .toList(),
                event.hasOrder() ? order(event.getOrder()) : null,
                event.getType() == EventType.CUSTOM ? event.getSourceName() : "",
                zone(event.getContext().getTimezone()),
                context(event),
                quality(event.getRefinement()));
    }

    /** The browser of a log-in; empty when the event names none, or came from there itself and was merged by refine. */
    static String browser(ShopEvent event) {
        boolean merged = event.getRefinement().getCorrectionsList().stream()
                .anyMatch(correction -> correction.getKind() == Correction.Kind.MERGED_PERSON);
        return merged ? "" : event.getAnonymousPseudonym();
    }

    private static Instant at(ShopEvent event) {
        return Instant.ofEpochSecond(
                        event.getOccurredAt().getSeconds(),
                        event.getOccurredAt().getNanos())
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static String list(ShopEvent event) {
        return event.getList().getCategory().isEmpty()
                ? event.getList().getListId()
                : event.getList().getCategory();
    }

    private static PersonItem item(Item item) {
        return new PersonItem(
                item.getProductId(),
                item.getCategory(),
                item.getBrand(),
                item.getVariant(),
                item.hasPrice() ? item.getPrice().getMinorUnits() : null,
                item.hasQuantity() ? item.getQuantity() : 1);
    }

    private static PersonOrder order(Order order) {
        var paid = order.hasTotal() ? order.getTotal() : order.getRevenue();
        boolean known = order.hasTotal() || order.hasRevenue();
        return new PersonOrder(
                order.getOrderId(),
                known ? paid.getMinorUnits() : null,
                Math.max(0, order.getDiscount().getMinorUnits()),
                known ? paid.getCurrency() : order.getDiscount().getCurrency(),
                order.getCoupon());
    }

    private static PersonContext context(ShopEvent event) {
        Context context = event.getContext();
        String campaign =
                context.getCampaignName().isEmpty() ? event.getMessage().getCampaignId() : context.getCampaignName();
        PersonContext kept = new PersonContext(
                context.getDeviceClass() == DeviceClass.UNRECOGNIZED
                        ? DeviceClass.DEVICE_CLASS_UNSPECIFIED
                        : context.getDeviceClass(),
                context.getCountry(),
                context.getCampaignSource(),
                campaign,
                context.getPagePath());
        return kept.equals(PersonContext.NONE) ? PersonContext.NONE : kept;
    }

    private static EventQuality quality(Refinement refinement) {
        List<String> filled = refinement.getCorrectionsList().stream()
                .filter(correction -> correction.getKind() == Correction.Kind.MISSING_FILLED)
                .map(correction -> Imputation.of(correction.getField()))
                .distinct()
                .toList();
        List<String> missing = refinement.getCorrectionsList().stream()
                .filter(correction -> correction.getKind() == Correction.Kind.MISSING_MARKED)
                .map(correction -> Imputation.field(correction.getField()))
                .distinct()
                .toList();
        EventQuality quality = new EventQuality(
                flagged(refinement, Flag.Kind.BOT),
                flagged(refinement, Flag.Kind.OUTLIER),
                refinement.getLate(),
                filled,
                missing);
        return quality.equals(EventQuality.PLAIN) ? EventQuality.PLAIN : quality;
    }

    private static boolean flagged(Refinement refinement, Flag.Kind kind) {
        return refinement.getFlagsList().stream().anyMatch(flag -> flag.getKind() == kind);
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return name.isEmpty() ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            // The client's clock has a name that nobody knows: its events count, its hours don't.
            return null;
        }
    }
}
