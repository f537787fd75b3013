package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.algorithms.privacy.guard.ReleasedSums;
import dev.aisle.campaign.campaigns.contacts.MessageState;
import dev.aisle.campaign.campaigns.contacts.Word;
import dev.aisle.campaign.results.effects.Responses.Nth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact counts of how people took a campaign, in detail.
 *
 * @param people who have a contact
 * @param delivery by state: how many people have how many messages in it
 * @param nth by number of the contact: who has such a one, and who followed it; the last stands for all later ones, too
 * @param said how many people said a word
 * @param stars how many people gave how many on average
 */
public record CountedResponses(
        long people,
        Map<String, SortedMap<Long, Long>> delivery,
        Map<Integer, Followed> nth,
        Map<String, Long> said,
        SortedMap<Long, Long> stars) {
    /** Later contacts than this one stand together. */
    public static final int LAST = 5;

    private static final int MOST_STARS = 5;
    private static final List<String> STATES =
            Arrays.stream(MessageState.values()).map(MessageState::wireName).toList();
    private static final List<String> WORDS =
            Arrays.stream(Word.values()).map(Word::code).toList();
    /** Somebody is in the people, has messages in each state, up to the last contact and follows each, says each word and gives stars. */
    private static final int TOUCHED = 1 + STATES.size() + 2 * LAST + WORDS.size() + 1;

    /** People with a contact, and those who followed it. */
    public record Followed(long people, long clicked) {
        static final Followed NOBODY = new Followed(0, 0);
    }

    /** One answer. */
    public Question question(String text) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(people));
        STATES.forEach(state -> figures.add(Figure.sum(delivery.getOrDefault(state, new TreeMap<>()))));
        for (int number = 1; number <= LAST; number++) {
            Followed one = nth.getOrDefault(number, Followed.NOBODY);
            figures.add(Figure.people(one.people()));
            figures.add(Figure.people(one.clicked()));
        }
        WORDS.forEach(word -> figures.add(Figure.people(said.getOrDefault(word, 0L))));
        figures.add(Figure.sum(stars, MOST_STARS));
        return new Question("responses " + text, figures, TOUCHED);
    }

    /** As they are shown; what doesn't stand out of its noise is left out. */
    public static Responses shown(CountedContacts.Shown contacts, Answer.Shown answer, GuardLevel level) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        figures.next();
        Map<String, Long> delivery = shown(STATES, figures, level);
        List<Nth> byNumber = new ArrayList<>();
        for (int number = 1; number <= LAST; number++) {
            NoisedFigure people = figures.next();
            Sums followed = ReleasedSums.of(people, figures.next());
            if (level.shows(people)) {
                byNumber.add(new Nth(number, followed));
            }
        }
        Map<String, Long> said = shown(WORDS, figures, level);
        NoisedFigure stars = figures.next();
        Long given = said.get(Word.STARS.code());
        Double mean = given == null ? null : Double.valueOf(Math.clamp(stars.value() / given, 1, MOST_STARS));
        return new Responses(contacts, delivery, byNumber, said, mean);
    }

    private static Map<String, Long> shown(List<String> names, Iterator<NoisedFigure> figures, GuardLevel level) {
        Map<String, Long> shown = new TreeMap<>();
        for (String name : names) {
            NoisedFigure figure = figures.next();
            if (level.shows(figure)) {
                shown.put(name, figure.whole());
            }
        }
        return shown;
    }
}
