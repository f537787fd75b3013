package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.learning.ChooseVariation;
import dev.aisle.assistant.learning.NoteAnswer;
import dev.aisle.assistant.learning.NoteUnanswered;
import dev.aisle.assistant.learning.Variation;
import dev.aisle.assistant.understanding.intents.Intent;
import dev.aisle.platform.storage.StorageException;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Which variation of answers a conversation gets, and what became of it. An answer never fails because nothing could be learned from it. */
@Singleton
class LearnFromAnswer {
    private static final Logger LOG = Logger.getLogger(LearnFromAnswer.class);

    private final ChooseVariation chooseVariation;
    private final NoteAnswer noteAnswer;
    private final NoteUnanswered noteUnanswered;

    LearnFromAnswer(ChooseVariation chooseVariation, NoteAnswer noteAnswer, NoteUnanswered noteUnanswered) {
        this.chooseVariation = chooseVariation;
        this.noteAnswer = noteAnswer;
        this.noteUnanswered = noteUnanswered;
    }

    /** The same for the whole conversation. */
    Variation variation(Turn turn) {
        return chooseVariation.choose(
                turn.conversation().id(), turn.conversation().subject(), turn.language());
    }

    /** Notes an answer, and the question when nothing answered it. */
    void note(Turn turn, AnswerKind kind, boolean handedOver) {
        try {
            noteAnswer.note(
                    turn.conversation().id(),
                    turn.conversation().subject(),
                    turn.language(),
                    variation(turn),
                    kind.wireName(),
                    handedOver);
            if (kind == AnswerKind.UNSURE
                    && turn.intent() != Intent.COMPLAINT
                    && !turn.text().isEmpty()) {
                noteUnanswered.note(
                        turn.conversation().id(), turn.conversation().subject(), turn.language(), turn.text());
            }
        } catch (StorageException e) {
            LOG.errorf("Nothing is learned from an answer: %s", e.getMessage());
        }
    }
}
