package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.storage.StoredText;
import dev.aisle.recommender.interactions.ShownItem;
import dev.aisle.recommender.served.Answered;
import dev.aisle.recommender.served.ServedList;
import dev.aisle.recommender.served.ServedList.Origin;
import dev.aisle.recommender.served.ServedSettings;
import dev.aisle.recommender.served.WriteServed;
import dev.aisle.recommender.serving.domain.Made;
import dev.aisle.recommender.serving.domain.Reason;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Takes answers to be kept, as far as their people allow it; never in the way of an answer. */
@Singleton
class KeepServed {
    private static final float[] NO_FEATURES = {};

    private final ConsentView consents;
    private final WriteServed writeServed;
    private final double share;

    KeepServed(ConsentView consents, WriteServed writeServed, ServedSettings settings) {
        this.consents = consents;
        this.writeServed = writeServed;
        this.share = settings.share();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("aisle.served.share: expected 0 to 1, is " + share);
        }
    }

    /** Takes a list that is about to be answered; returns at once, whatever becomes of it. */
    void keep(Made made, RecommendQuery query) {
        try {
            answered(made, query).ifPresent(writeServed::offer);
        } catch (RuntimeException e) {
            writeServed.failed(1, e);
        }
    }

    private Optional<Answered> answered(Made made, RecommendQuery query) {
        boolean shown = query.terms().shown();
        // Asked again: the key may have changed while the list was made, and what is kept stands under the newest.
        String person = consents.standing(query.visit().subject());
        boolean ofSomebody = !person.isEmpty() && !made.list().items().isEmpty();
        if (!ofSomebody || StoredText.textViolation("placement", query.visit().placement()) != null) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        Consent consent = consents.of(person);
        Set<Purpose> granted = EnumSet.copyOf(ShownItem.KEPT_FOR);
        granted.retainAll(consent.granted(now));
        boolean kept = granted.contains(Purpose.PERSONALIZATION)
                && ThreadLocalRandom.current().nextDouble() < share;
        if (!kept && (!shown || granted.isEmpty())) {
            return Optional.empty();
        }
        SeenConsent seen = new SeenConsent(person, List.copyOf(granted), consent.version());
        Recommendations list = made.list();
        ServedList served = new ServedList(
                list.page().requestId(),
                seen,
                now,
                origin(list, query),
                items(made, kept && granted.contains(Purpose.MODEL_TRAINING)));
        return Optional.of(new Answered(served, kept, shown, list.page().shown().length));
    }

    private static Origin origin(Recommendations list, RecommendQuery query) {
        return new Origin(
                query.visit().placement(),
                list.stage(),
                list.reason() == null ? "" : list.reason().name(),
                list.modelVersion(),
                query.terms().policyVersion());
    }

    private static List<ServedList.Item> items(Made made, boolean learn) {
        List<Reason> reasons = made.reasons();
        List<float[]> features = learn ? made.features() : List.of();
        List<ServedList.Item> items = new ArrayList<>();
        for (int place = 0; place < reasons.size(); place++) {
            Item item = made.list().items().get(place);
            items.add(new ServedList.Item(
                    item.product().productId(),
                    item.sourceLabel(),
                    item.score(),
                    item.propensity(),
                    reasons.get(place).code(),
                    reasons.get(place).causes(),
                    learn ? features.get(place) : NO_FEATURES));
        }
        return items;
    }
}
