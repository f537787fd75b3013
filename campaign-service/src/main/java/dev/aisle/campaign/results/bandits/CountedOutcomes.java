package dev.aisle.campaign.results.bandits;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.algorithms.privacy.guard.ReleasedSums;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Exact counts of what came of a campaign's variations: each person counts once, with the latest contact. So somebody is in one context and variation only,
 * whichever there are.
 *
 * @param contexts how many there are
 */
public record CountedOutcomes(int contexts, List<String> variations, List<Row> rows) {
    /** The people, those of a context and variation, and their reward. */
    private static final int TOUCHED = 3;

    private static final double STANDS_OUT = 3;

    public CountedOutcomes {
        variations = List.copyOf(variations);
        rows = List.copyOf(rows);
    }

    /** People of a context and variation with the same reward, of money in minor units. */
    public record Row(int context, String variation, long reward, long people) {}

    /**
     * As the guard shows them.
     *
     * @param outcomes of contexts and variations with more people than the noise
     * @param least of fewer people an outcome isn't shown by itself
     * @param most the largest reward that counts
     */
    public record Shown(List<Outcome> outcomes, int least, double most) {
        public Shown {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** One answer. */
    public Question question(String text) {
        double most = Figure.most(rewards(_ -> true));
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(rows.stream().mapToLong(Row::people).sum()));
        for (int context = 0; context < contexts; context++) {
            for (String variation : variations) {
                int at = context;
                Predicate<Row> those =
                        row -> row.context() == at && row.variation().equals(variation);
                figures.add(Figure.people(
                        rows.stream().filter(those).mapToLong(Row::people).sum()));
                figures.add(Figure.sum(rewards(those), most));
            }
        }
        return new Question("outcomes " + contexts + " " + text, figures, TOUCHED);
    }

    private SortedMap<Long, Long> rewards(Predicate<Row> those) {
        SortedMap<Long, Long> people = new TreeMap<>();
        rows.stream().filter(those).forEach(row -> people.merge(Math.max(0, row.reward()), row.people(), Long::sum));
        return people;
    }

    /** As they are shown. */
    public Shown shown(Answer.Shown answer, GuardLevel level) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        double deviation = figures.next().deviation();
        List<Outcome> outcomes = new ArrayList<>();
        double most = 1;
        for (int context = 0; context < contexts; context++) {
            for (String variation : variations) {
                NoisedFigure people = figures.next();
                NoisedFigure reward = figures.next();
                most = ReleasedSums.most(people, reward);
                if (people.value() >= people.deviation()) {
                    outcomes.add(new Outcome(context, variation, ReleasedSums.of(people, reward)));
                }
            }
        }
        return new Shown(outcomes, (int) Math.max(level.k(), Math.ceil(STANDS_OUT * deviation)), most);
    }
}
