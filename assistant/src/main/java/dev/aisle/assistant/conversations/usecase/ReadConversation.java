package dev.aisle.assistant.conversations.usecase;

import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.store.MessageRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What was said. */
@Singleton
public class ReadConversation {
    private final MessageRepository messages;

    ReadConversation(MessageRepository messages) {
        this.messages = messages;
    }

    /** All messages of a conversation that {@link CheckToken} has found, the first one first. */
    public List<Message> messages(UUID conversation) {
        return messages.of(conversation);
    }
}
