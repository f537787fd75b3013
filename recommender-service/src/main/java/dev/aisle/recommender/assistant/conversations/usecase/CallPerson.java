package dev.aisle.recommender.assistant.conversations.usecase;

import dev.aisle.recommender.assistant.conversations.domain.Answer;
import dev.aisle.recommender.assistant.conversations.domain.AnswerKind;
import jakarta.inject.Singleton;

/** Hands a conversation over to a person of the shop. */
@Singleton
public class CallPerson {
    /** The answer that tells it, and whether it was or will be handed over. */
    record Called(Answer answer, boolean handedOver) {}

    Called call(Turn turn, Answer because) {
        return new Called(Answer.of(AnswerKind.HAND_OVER, turn.words().say("person.none")), false);
    }
}
