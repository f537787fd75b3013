package dev.aisle.recommender.assistant.learning;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.person.FollowsConsents;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Removes what was learned from a conversation that its shopper takes away, and from people who take analytics back. */
@Singleton
public class ForgetLearned implements FollowsConsents {
    private final OutcomeRepository outcomes;

    ForgetLearned(OutcomeRepository outcomes) {
        this.outcomes = outcomes;
    }

    /** Of a conversation. */
    public void forget(UUID conversation) {
        outcomes.deleteOf(conversation);
    }

    @Override
    public void follow(Collection<ConsentState> states) {
        Instant now = Instant.now();
        states.stream()
                .filter(state -> state.getVersion() > 1 && state.getSuccessor().isEmpty())
                .filter(state -> !Consent.of(state).allows(Purpose.ANALYTICS, now))
                .map(ConsentState::getPseudonym)
                .forEach(outcomes::deleteOf);
    }
}
