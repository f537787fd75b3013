package dev.aisle.assistant.conversations.usecase;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.Understood;
import dev.aisle.assistant.understanding.entities.Entity;
import dev.aisle.assistant.understanding.intents.Intent;
import java.util.List;
import java.util.Optional;

/**
 * A message to be answered.
 *
 * @param subject whose tools may run; empty when nobody is known, or nothing may be processed now
 * @param text as it was written
 * @param question what is asked, read with what was said before
 * @param intent what is wanted, read with what was said before
 */
public record Turn(
        Conversation conversation,
        String subject,
        Understood understood,
        Language language,
        String text,
        String question,
        Intent intent) {
    /** The words of the answer. */
    public Words words() {
        return Words.of(language);
    }

    /** What the conversation was about. */
    public Memory memory() {
        return conversation.memory();
    }

    /** What the text names of a kind. */
    public List<Entity> named(Entity.Kind kind) {
        return understood.entities().stream()
                .filter(entity -> entity.kind() == kind)
                .toList();
    }

    /** The first of a kind that the text names. */
    public Optional<String> first(Entity.Kind kind) {
        return named(kind).stream().map(Entity::value).findFirst();
    }
}
