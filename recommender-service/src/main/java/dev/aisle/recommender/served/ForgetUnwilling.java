package dev.aisle.recommender.served;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.person.FollowsConsents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Removes answers that were kept under a consent that was taken back. Whether one may be used is asked when it is used. */
@ApplicationScoped
class ForgetUnwilling implements FollowsConsents {
    private final ServedListRepository lists;

    ForgetUnwilling(ServedListRepository lists) {
        this.lists = lists;
    }

    @Override
    @Transactional
    public void follow(Collection<ConsentState> states) {
        Map<String, Long> personalization = upTo(states, Purpose.PERSONALIZATION);
        if (!personalization.isEmpty()) {
            lists.withdraw(personalization);
        }
        Map<String, Long> training = upTo(states, Purpose.MODEL_TRAINING);
        if (!training.isEmpty()) {
            lists.withdrawFeatures(training);
        }
    }

    /** Up to which version of whose consent nothing may be used any more; who never refused is left out. */
    private static Map<String, Long> upTo(Collection<ConsentState> states, Purpose purpose) {
        Instant now = Instant.now();
        Map<String, Long> refused = new HashMap<>();
        for (ConsentState state : states) {
            Consent consent = Consent.of(state);
            boolean moved = consent.successor().isPresent();
            long fence = consent.allows(purpose, now) ? consent.fence(purpose) : consent.version();
            // Nothing is kept before a first grant.
            boolean first = state.getVersion() <= 1;
            if (!moved && !first && fence >= 0) {
                refused.merge(state.getPseudonym(), fence, Math::max);
            }
        }
        return refused;
    }
}
