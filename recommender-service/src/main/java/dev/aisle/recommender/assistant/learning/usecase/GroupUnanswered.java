package dev.aisle.recommender.assistant.learning.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.assistant.learning.domain.GroupQuestions;
import dev.aisle.recommender.assistant.learning.domain.QuestionGroup;
import dev.aisle.recommender.assistant.learning.store.UnansweredRepository;
import dev.aisle.recommender.assistant.understanding.domain.Language;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Unanswered questions, grouped by meaning; of a group that fewer than k people asked nothing is told. */
@Singleton
public class GroupUnanswered {
    private final UnansweredRepository unanswered;
    private final LearningSettings settings;
    private final KThreshold threshold;

    GroupUnanswered(UnansweredRepository unanswered, LearningSettings settings) {
        this.unanswered = unanswered;
        this.settings = settings;
        this.threshold = new KThreshold(settings.k());
    }

    /** The groups that enough people asked, the largest first. */
    public List<QuestionGroup> groups(Language language) {
        return GroupQuestions.group(unanswered.open(language.tag(), settings.mostQuestions())).stream()
                .filter(group -> threshold.allows(group.people()))
                .toList();
    }

    /** A group that is told; {@code null} when there is none of that id. */
    public @Nullable QuestionGroup find(UUID id) {
        return Stream.of(Language.values())
                .flatMap(language -> groups(language).stream())
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Of fewer people nothing is told. */
    public int fewestPeople() {
        return settings.k();
    }

    /** Notes that an article answers a group now, so that it is told no more; returns how many questions. */
    public int answered(QuestionGroup group, String article) {
        return unanswered.answered(group.questions(), article, Instant.now());
    }
}
