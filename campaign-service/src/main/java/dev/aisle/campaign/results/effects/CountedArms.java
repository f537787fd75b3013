package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.algorithms.privacy.guard.ReleasedSums;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Exact counts of the people of each arm. Which arms there are depends on the campaign and on nobody.
 *
 * @param variations of the arms; the first one is empty for the comparison group, where there is one
 */
public record CountedArms(List<String> variations, List<Outcome> outcomes, String currency) {
    /** Somebody is in all people, in an arm, may have ordered, paid, and spoken well or badly. */
    private static final int TOUCHED = 5;

    public CountedArms {
        variations = List.copyOf(variations);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * People of an arm with the same outcome.
     *
     * @param variation empty for the comparison group
     * @param content 1 for those who spoke well, −1 badly
     */
    public record Outcome(String variation, boolean ordered, long revenueMinor, int content, long people) {}

    /** Of a campaign. */
    public static CountedArms of(Campaign campaign, List<Outcome> outcomes, String currency) {
        Stream<String> variations = campaign.variations().stream().map(Variation::id);
        return new CountedArms(
                (campaign.holdoutShare() > 0 ? Stream.concat(Stream.of(""), variations) : variations).toList(),
                outcomes,
                currency);
    }

    /** One answer. */
    public Question question(String text) {
        double most = Figure.most(revenue(_ -> true));
        List<Figure> figures = new ArrayList<>();
        figures.add(people(_ -> true));
        for (String variation : variations) {
            Predicate<Outcome> arm = one -> one.variation().equals(variation);
            figures.add(people(arm));
            figures.add(people(arm.and(Outcome::ordered)));
            figures.add(Figure.sum(revenue(arm), most));
            figures.add(people(arm.and(one -> one.content() > 0)));
            figures.add(people(arm.and(one -> one.content() < 0)));
        }
        return new Question("report " + currency + " " + text, figures, TOUCHED);
    }

    private Figure people(Predicate<Outcome> those) {
        return Figure.people(
                outcomes.stream().filter(those).mapToLong(Outcome::people).sum());
    }

    private SortedMap<Long, Long> revenue(Predicate<Outcome> those) {
        SortedMap<Long, Long> people = new TreeMap<>();
        outcomes.stream()
                .filter(those)
                .forEach(one -> people.merge(Math.max(0, one.revenueMinor()), one.people(), Long::sum));
        return people;
    }

    /** As they are shown. */
    public Arms shown(Answer.Shown answer) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        figures.next();
        List<Arm> arms = new ArrayList<>();
        for (String variation : variations) {
            NoisedFigure people = figures.next();
            NoisedFigure ordered = figures.next();
            NoisedFigure paid = figures.next();
            NoisedFigure well = figures.next();
            NoisedFigure badly = figures.next();
            arms.add(new Arm(
                    variation.isEmpty(),
                    variation,
                    people,
                    ReleasedSums.of(people, ordered),
                    ReleasedSums.of(people, paid),
                    ReleasedSums.most(people, paid),
                    ReleasedSums.balance(people, well, badly),
                    new NoisedFigure(well.value() + badly.value(), Math.hypot(well.deviation(), badly.deviation()))));
        }
        return new Arms(arms, currency);
    }
}
