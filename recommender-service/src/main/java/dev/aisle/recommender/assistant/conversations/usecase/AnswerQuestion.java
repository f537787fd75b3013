package dev.aisle.recommender.assistant.conversations.usecase;

import dev.aisle.recommender.assistant.conversations.domain.Answer;
import dev.aisle.recommender.assistant.conversations.domain.AnswerKind;
import dev.aisle.recommender.assistant.conversations.domain.ReceivedText.Legible;
import dev.aisle.recommender.assistant.conversations.domain.Words;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds who answers: a tool, the articles, or nobody, which is said. */
@Singleton
public class AnswerQuestion {
    private final AnswerFromArticles articles;

    AnswerQuestion(AnswerFromArticles articles) {
        this.articles = articles;
    }

    /** The answer; there always is one. */
    Reply answer(Turn turn, Legible text) {
        Words words = turn.words();
        if (!text.hasWords()) {
            return new Reply(Answer.of(AnswerKind.UNSURE, words.say("unsure.no-words")), turn.memory());
        }
        if (!text.isOfKnownScript()) {
            return new Reply(
                    Answer.of(AnswerKind.UNSURE, words.say("unsure.script"), words.choice("choice.person")),
                    turn.memory());
        }
        Optional<Reply> found = switch (turn.intent()) {
            case SMALL_TALK -> Optional.of(Reply.of(turn, Answer.of(AnswerKind.SMALL_TALK, words.say("small-talk"))));
            case PERSON_WANTED -> Optional.of(Reply.of(turn, Answer.of(AnswerKind.HAND_OVER, "")));
            default -> articles.answer(turn);
        };
        return found.orElseGet(() -> unsure(turn));
    }

    private static Reply unsure(Turn turn) {
        Words words = turn.words();
        return new Reply(
                Answer.of(AnswerKind.UNSURE, words.say("unsure"), words.choice("choice.person")), turn.memory());
    }
}
