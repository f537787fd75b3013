package dev.aisle.assistant.learning;

import java.util.List;
import java.util.UUID;

/**
 * Questions that mean the same.
 *
 * @param id of its oldest question
 * @param example the one that is most like the others
 * @param people whose newest question is in it, so that each counts in one group; nobody known counts once
 */
public record QuestionGroup(UUID id, String language, String example, long people, List<UUID> questions) {
    public QuestionGroup {
        questions = List.copyOf(questions);
    }

    /** The same group with so many people. */
    public QuestionGroup of(long shown) {
        return new QuestionGroup(id, language, example, shown, questions);
    }
}
