package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.store.ConversationRepository;
import dev.aisle.assistant.conversations.store.MessageRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes what was said, all of it or nothing. */
@ApplicationScoped
class StoreExchange {
    private final ConversationRepository conversations;
    private final MessageRepository messages;

    StoreExchange(ConversationRepository conversations, MessageRepository messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    /**
     * Writes messages after those that the conversation had; false when it has others meanwhile, or is gone.
     *
     * @param handedOver whether a person was asked for
     */
    @Transactional
    public boolean store(Conversation before, List<Message> said, Memory memory, boolean handedOver) {
        if (!conversations.goOn(
                before, said.size(), memory, handedOver, said.getLast().at())) {
            return false;
        }
        messages.insert(before, said);
        return true;
    }
}
