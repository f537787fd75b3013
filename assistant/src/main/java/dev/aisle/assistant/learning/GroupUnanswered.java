package dev.aisle.assistant.learning;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Unanswered questions, grouped by meaning, as the guard shows them: those that enough people asked. */
@Singleton
public class GroupUnanswered {
    private final UnansweredRepository unanswered;
    private final LearningSettings settings;
    private final GuardedFigures guarded;

    GroupUnanswered(UnansweredRepository unanswered, LearningSettings settings, GuardedFigures guarded) {
        this.unanswered = unanswered;
        this.settings = settings;
        this.guarded = guarded;
    }

    /**
     * Groups of a language.
     *
     * @param groups that enough people asked, the largest first
     * @param noneLeft whether there are none because the caller's day has no new answers left
     */
    public record Shown(List<QuestionGroup> groups, boolean noneLeft) {
        public Shown {
            groups = List.copyOf(groups);
        }
    }

    /** All groups of a language are one answer: somebody is in the people and in one group. */
    public Shown groups(Language language) {
        List<QuestionGroup> all = GroupQuestions.group(unanswered.open(language.tag(), settings.mostQuestions()));
        String ids = all.stream().map(group -> group.id().toString()).sorted().collect(Collectors.joining(" "));
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(all.stream().mapToLong(QuestionGroup::people).sum()));
        all.stream()
                .sorted(Comparator.comparing(QuestionGroup::id))
                .forEach(group -> figures.add(Figure.people(group.people())));
        Answer answer = guarded.ask(new Question("unanswered " + language.tag() + " " + ids, figures, 2));
        return answer instanceof Answer.Shown shown
                ? new Shown(shown(all, shown), false)
                : new Shown(List.of(), answer instanceof Answer.NoneLeft);
    }

    /** That a group is there comes from what people typed, so that its number must stand far out of the noise. */
    private List<QuestionGroup> shown(List<QuestionGroup> all, Answer.Shown answer) {
        List<QuestionGroup> byId =
                all.stream().sorted(Comparator.comparing(QuestionGroup::id)).toList();
        List<QuestionGroup> shown = new ArrayList<>();
        for (int i = 0; i < byId.size(); i++) {
            NoisedFigure people = answer.figures().get(1 + i);
            if (guarded.level().showsOneOfMany(people)) {
                shown.add(byId.get(i).of(people.whole()));
            }
        }
        shown.sort(Comparator.comparingLong(QuestionGroup::people).reversed().thenComparing(QuestionGroup::id));
        return shown;
    }

    /** A group that is shown; {@code null} when there is none of that id. */
    public @Nullable QuestionGroup find(UUID id) {
        return Stream.of(Language.values())
                .flatMap(language -> groups(language).groups().stream())
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The smallest number of people that is shown. */
    public int fewestPeople() {
        return guarded.level().k();
    }

    /** How many new answers the caller can still have today. */
    public int left() {
        return guarded.left();
    }

    /** Notes that an article answers a group now, so that it is shown no more; returns how many questions. */
    public int answered(QuestionGroup group, String article) {
        return unanswered.answered(group.questions(), article, Instant.now());
    }
}
