package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Exact counts of what people were given and how they took it.
 *
 * @param sent by each channel that costs something: how many people got how many messages
 */
public record CountedContacts(List<Taking> takings, SortedMap<String, SortedMap<Long, Long>> sent) {
    private static final int OF_CONTACTS = 4;

    public CountedContacts {
        takings = List.copyOf(takings);
    }

    /** People who took it alike. */
    public record Taking(boolean reached, long contacts, long opened, long clicked, long people) {}

    /** Contacts as they are shown: each person's are clipped. */
    public record Shown(long reached, long contacts, long opened, long clicked, Map<String, Long> sent) {}

    /** One answer: somebody was reached, has contacts, opened and followed some, and got messages by each channel. */
    public Question question(String text) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(takings.stream()
                .filter(Taking::reached)
                .mapToLong(Taking::people)
                .sum()));
        figures.add(sum(Taking::contacts));
        figures.add(sum(Taking::opened));
        figures.add(sum(Taking::clicked));
        sent.values().forEach(people -> figures.add(Figure.sum(people)));
        return new Question(
                "contacts " + String.join(",", sent.keySet()) + " " + text, figures, OF_CONTACTS + sent.size());
    }

    private Figure sum(ToLongFunction<Taking> number) {
        SortedMap<Long, Long> people = new TreeMap<>();
        takings.forEach(one -> people.merge(number.applyAsLong(one), one.people(), Long::sum));
        return Figure.sum(people);
    }

    /** As they are shown; what doesn't stand out of its noise is 0. */
    public Shown shown(Answer.Shown answer, GuardLevel level) {
        long[] whole = answer.figures().stream()
                .mapToLong(figure -> level.shows(figure) ? figure.whole() : 0)
                .toArray();
        Map<String, Long> messages = new TreeMap<>();
        int n = OF_CONTACTS;
        for (String channel : sent.keySet()) {
            messages.put(channel, whole[n++]);
        }
        return new Shown(whole[0], whole[1], whole[2], whole[3], messages);
    }
}
