package dev.aisle.ingest.door.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.door.usecase.Verdict;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What would become of one item, in words for whoever integrates a shop. */
sealed interface ItemView {
    /**
     * It would be stored.
     *
     * @param type what it was understood as: {@code product_view}
     * @param products how many products were understood
     * @param minimised names of what would be left out
     * @param masked where something that identifies a person would be masked: {@code properties.query: email}
     * @param link whether it would link its browser to its customer, when it names both
     * @param hint which known event was probably meant, which amount would be rounded, or how the properties of an event that nobody declared would be kept
     */
    record Accepted(
            int index,
            String messageId,
            String outcome,
            String type,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String name,
            String pseudonymType,
            int products,
            boolean automated,
            List<String> minimised,
            List<String> masked,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String link,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String hint)
            implements ItemView {}

    /** It would not be stored, though nothing is wrong with it. */
    record Dropped(int index, String messageId, String outcome, String reason, String message) implements ItemView {}

    /** It is wrong. */
    record Rejected(
            int index,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String messageId,

            String outcome,
            String code,
            String field,
            String message)
            implements ItemView {}

    static ItemView of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted(accepted, accepted.event());
            case Verdict.Dropped dropped ->
                new Dropped(
                        dropped.index(),
                        dropped.messageId(),
                        "dropped",
                        dropped.reason(),
                        "No purpose that events serve is granted by this person. Ask for consent first.");
            case Verdict.Rejected rejected -> rejected(RejectedView.of(rejected.rejection()));
        };
    }

    private static Accepted accepted(Verdict.Accepted verdict, ShopEvent event) {
        return new Accepted(
                verdict.index(),
                event.getMessageId(),
                "accepted",
                event.getType().name().toLowerCase(Locale.ROOT),
                event.getSourceName(),
                verdict.pseudonymType(),
                event.getItemsCount(),
                event.getContext().getAutomated(),
                event.getMinimisedFieldsList(),
                event.getMaskedList().stream()
                        .map(masked -> masked.getField() + ": " + masked.getType())
                        .toList(),
                verdict.link().message(),
                hint(verdict));
    }

    private static String hint(Verdict.Accepted verdict) {
        return verdict.hint().isEmpty() && undeclared(verdict.event()) ? EventSchemas.howToDeclare() : verdict.hint();
    }

    private static boolean undeclared(ShopEvent event) {
        return event.getType() == EventType.CUSTOM
                && event.getPropertiesCount() == 0
                && event.getMinimisedFieldsList().stream().anyMatch(field -> field.startsWith("properties."));
    }

    private static Rejected rejected(RejectedView view) {
        return new Rejected(view.index(), view.messageId(), "rejected", view.code(), view.field(), view.message());
    }
}
