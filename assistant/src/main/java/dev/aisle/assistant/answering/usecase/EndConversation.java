package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.store.ConversationRepository;
import dev.aisle.assistant.conversations.usecase.CheckToken;
import dev.aisle.assistant.learning.OutcomeRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Ends conversations: by their shopper, who takes everything away; by a person of the shop; by silence. */
@Singleton
public class EndConversation {
    private final ConversationRepository conversations;
    private final CheckToken tokens;
    private final OutcomeRepository outcomes;

    EndConversation(ConversationRepository conversations, CheckToken tokens, OutcomeRepository outcomes) {
        this.conversations = conversations;
        this.tokens = tokens;
        this.outcomes = outcomes;
    }

    /** Removes it with everything that was said; what a person of the shop was already sent is there. */
    public void remove(Conversation conversation) {
        conversations.delete(conversation.id());
        outcomes.deleteOf(conversation.id());
    }

    /** Nothing more can be said in it; false when there is none that is open. */
    public boolean close(UUID id) {
        return conversations.close(id, Instant.now());
    }

    /** Removes those that are over and may not stay. */
    public int removeOver() {
        Instant now = Instant.now();
        return conversations.removeOver(now.minus(tokens.silence()), now.minus(Conversation.LONGEST));
    }
}
