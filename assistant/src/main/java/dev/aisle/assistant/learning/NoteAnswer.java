package dev.aisle.assistant.learning;

import dev.aisle.assistant.learning.OutcomeRepository.Answered;
import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Notes an answer. */
@Singleton
public class NoteAnswer {
    private static final String UNSURE = "unsure";

    private final MayLearn mayLearn;
    private final OutcomeRepository outcomes;

    NoteAnswer(MayLearn mayLearn, OutcomeRepository outcomes) {
        this.mayLearn = mayLearn;
        this.outcomes = outcomes;
    }

    /**
     * Counts it.
     *
     * @param subject a pseudonym; empty when nobody is known
     * @param kind of the answer, as in answers: {@code unsure}
     * @param handedOver whether a person was asked for
     */
    public void note(
            UUID conversation,
            String subject,
            Language language,
            Variation variation,
            String kind,
            boolean handedOver) {
        mayLearn.write(
                subject,
                person -> outcomes.answered(new Answered(
                        conversation,
                        person,
                        language.tag(),
                        variation.name(),
                        Instant.now(),
                        kind.equals(UNSURE),
                        handedOver)));
    }
}
