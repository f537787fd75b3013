package dev.aisle.assistant.conversations.domain;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.conversations.domain.Answer.Shown;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.intents.Intent;
import java.time.Instant;

/**
 * A message of a conversation.
 *
 * @param number from 1, over both sides
 * @param said what an answer says about itself; what was understood of a shopper's
 */
public record Message(int number, boolean fromShopper, String text, Said said, Shown shown, Instant at) {
    /**
     * How a message was understood or made.
     *
     * @param kind of an answer; unsure for a shopper's message
     */
    public record Said(AnswerKind kind, Intent intent, double confidence, Language language) {}

    /** Returns a shopper's message as it is kept; only the answer was made of the words as they were typed. */
    public static Message ofShopper(int number, StorableText text, Said understood, Instant at) {
        return new Message(number, true, text.text(), understood, Shown.NOTHING, at);
    }

    /** The assistant's. */
    public static Message ofAssistant(int number, Answer answer, Said understood, Instant at) {
        Said said = new Said(answer.kind(), understood.intent(), understood.confidence(), understood.language());
        return new Message(number, false, answer.text(), said, answer.shown(), at);
    }
}
