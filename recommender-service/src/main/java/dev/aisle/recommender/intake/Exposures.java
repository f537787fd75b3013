package dev.aisle.recommender.intake;

import dev.aisle.contracts.exposures.v1.ExposedItem;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.storage.StoredText;
import dev.aisle.recommender.interactions.ShownItem;
import dev.aisle.recommender.interactions.ShownItem.Showing;
import dev.aisle.recommender.interactions.ShownItem.Showing.ChosenBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads exposures. */
final class Exposures {
    private Exposures() {}

    /** Why the exposure can't be taken; {@code null} when it can. */
    static @Nullable String violation(Exposure exposure) {
        for (ExposedItem item : exposure.getItemsList()) {
            String violation = StoredText.first(
                    StoredText.idViolation("product_id", item.getProductId()),
                    StoredText.textViolation("source", item.getSource()));
            if (violation != null) {
                return violation;
            }
        }
        boolean ofNobody = exposure.getPseudonym().isEmpty();
        return StoredText.first(
                StoredText.idViolation("exposure_id", exposure.getExposureId()),
                StoredText.textViolation("decision_id", exposure.getDecisionId()),
                ofNobody ? null : StoredText.idViolation("pseudonym", exposure.getPseudonym()),
                StoredText.textViolation("placement", exposure.getPlacement()),
                StoredText.textViolation("model_version", exposure.getModelVersion()),
                StoredText.textViolation("request_id", exposure.getRequestId()),
                StoredText.textViolation("policy", exposure.getPolicy()),
                StoredText.textViolation("policy_version", exposure.getPolicyVersion()),
                StoredText.timeViolation("exposed_at", exposure.getExposedAt()));
    }

    /** The items of a list that was shown. */
    static List<ShownItem> shownItems(Exposure exposure) {
        Showing showing = new Showing(
                exposure.getExposureId(),
                exposure.getDecisionId(),
                new SeenConsent(exposure.getPseudonym(), ShownItem.KEPT_FOR, exposure.getConsentVersion()),
                exposure.getPlacement(),
                exposure.getModelVersion(),
                new ChosenBy(exposure.getRequestId(), exposure.getPolicy(), exposure.getPolicyVersion()),
                exposure.getPersonalized(),
                StoredText.instant(exposure.getExposedAt()));
        return exposure.getItemsList().stream()
                .map(item -> shownItem(showing, item))
                .toList();
    }

    private static ShownItem shownItem(Showing showing, ExposedItem item) {
        return new ShownItem(
                showing,
                item.getProductId(),
                item.getPosition(),
                item.getScore(),
                item.getPropensity(),
                item.getSource());
    }
}
