package dev.aisle.recommender.assistant.conversations.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.person.FollowsConsents;
import dev.aisle.recommender.assistant.conversations.store.ConversationRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Conversations of who takes analytics back go when they are over, as if they had never been allowed to stay. */
@Singleton
class KeepNoLonger implements FollowsConsents {
    private final ConversationRepository conversations;

    KeepNoLonger(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    @Override
    public void follow(Collection<ConsentState> states) {
        Instant now = Instant.now();
        List<String> unwilling = states.stream()
                .filter(state -> state.getSuccessor().isEmpty())
                .filter(state -> !Consent.of(state).allows(Purpose.ANALYTICS, now))
                .map(ConsentState::getPseudonym)
                .toList();
        if (!unwilling.isEmpty()) {
            conversations.keepNoLonger(unwilling);
        }
    }
}
