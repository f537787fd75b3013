package dev.aisle.recommender.assistant.conversations.usecase;

import dev.aisle.recommender.assistant.conversations.domain.Answer;
import dev.aisle.recommender.assistant.conversations.domain.AnswerKind;
import dev.aisle.recommender.assistant.learning.usecase.ChooseVariation;
import dev.aisle.recommender.assistant.learning.usecase.NoteAnswer;
import dev.aisle.recommender.assistant.learning.usecase.NoteUnanswered;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells those who learn what became of a message. An answer never fails because of it. */
@Singleton
class LearnFromAnswer {
    private static final Logger LOG = Logger.getLogger(LearnFromAnswer.class);

    private final ChooseVariation variations;
    private final NoteAnswer noteAnswer;
    private final NoteUnanswered noteUnanswered;

    LearnFromAnswer(ChooseVariation variations, NoteAnswer noteAnswer, NoteUnanswered noteUnanswered) {
        this.variations = variations;
        this.noteAnswer = noteAnswer;
        this.noteUnanswered = noteUnanswered;
    }

    void note(Turn turn, Answer answer, boolean handedOver) {
        UUID id = turn.conversation().id();
        try {
            noteAnswer.note(
                    id,
                    turn.subject(),
                    turn.language(),
                    variations.choose(id, turn.subject(), turn.language()),
                    answer.kind().wireName(),
                    handedOver);
            if (answer.kind() == AnswerKind.UNSURE) {
                noteUnanswered.note(id, turn.subject(), turn.language(), turn.text());
            }
        } catch (RuntimeException e) {
            LOG.warnf("Nothing is learned of an answer: %s", e.getClass().getSimpleName());
        }
    }
}
