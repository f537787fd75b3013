package dev.aisle.recommender.assistant.learning.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Questions that mean the same.
 *
 * @param id of its oldest question
 * @param example the one that is most like the others
 * @param people who asked, nobody known counted once
 */
public record QuestionGroup(
        UUID id, String language, String example, int size, int people, Instant newest, List<UUID> questions) {
    public QuestionGroup {
        questions = List.copyOf(questions);
    }
}
