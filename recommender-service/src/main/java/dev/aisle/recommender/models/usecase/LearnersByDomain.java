package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.interactions.InteractionRepository.TrainingRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets models learn from what a person did in several domains together only where he or she allows it: everybody else counts as one person a
 * domain, so that nothing of one domain is seen beside something of another. Rows come person after person.
 */
final class LearnersByDomain {
    private static final String BETWEEN = "\u001f";

    private final boolean several;
    private final Function<TrainingRow, @Nullable String> domainOf;
    private final Predicate<TrainingRow> acrossAllowed;
    private final Consumer<Learnt> learn;
    private final List<TrainingRow> waiting = new ArrayList<>();

    /**
     * A way to those who learn.
     *
     * @param several whether there are several domains
     * @param domainOf the domain of a row; {@code null} when nobody knows
     * @param acrossAllowed whether a row may be seen beside rows of other domains
     * @param learn takes the rows, person after person
     */
    LearnersByDomain(
            boolean several,
            Function<TrainingRow, @Nullable String> domainOf,
            Predicate<TrainingRow> acrossAllowed,
            Consumer<Learnt> learn) {
        this.several = several;
        this.domainOf = domainOf;
        this.acrossAllowed = acrossAllowed;
        this.learn = learn;
    }

    /**
     * A row to learn from.
     *
     * @param person who did it, as far as models are concerned
     * @param domain empty when nobody knows
     */
    record Learnt(String person, String domain, TrainingRow row) {}

    void add(TrainingRow row) {
        if (!several) {
            learn.accept(new Learnt(row.pseudonym(), "", row));
            return;
        }
        if (!waiting.isEmpty() && !waiting.getFirst().pseudonym().equals(row.pseudonym())) {
            end();
        }
        waiting.add(row);
    }

    /** No row of the last person comes any more. */
    void end() {
        Map<String, List<Learnt>> people = new LinkedHashMap<>();
        for (TrainingRow row : waiting) {
            String domain = domainOf.apply(row);
            String known = domain == null ? "" : domain;
            String person = acrossAllowed.test(row) ? row.pseudonym() : row.pseudonym() + BETWEEN + known;
            people.computeIfAbsent(person, first -> new ArrayList<>()).add(new Learnt(person, known, row));
        }
        people.values().forEach(rows -> rows.forEach(learn));
        waiting.clear();
    }
}
