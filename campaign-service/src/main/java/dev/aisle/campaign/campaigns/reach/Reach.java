package dev.aisle.campaign.campaigns.reach;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many people a campaign would reach today, as the guard shows it.
 *
 * @param people how many would get it or be its comparison group; {@code null} when they are too few
 * @param byVariation how many would get which variation ({@code holdout} for the comparison group); without those that too few would get
 * @param stoppedBy who would not get it, by the first rule that stops them; rules that stop too few are left out
 */
record Reach(@Nullable Long people, Map<String, Long> byVariation, List<Stopped> stoppedBy) {
    /** Nothing is shown. */
    public static final Reach NOTHING = new Reach(null, Map.of(), List.of());

    /**
     * People whom a rule keeps out.
     *
     * @param place JSON pointer of the rule
     */
    public record Stopped(String place, String rule, long people) {}

    /** A rule that keeps people out. */
    public record Rule(String place, String text) {}

    /**
     * Exact counts. Which variations and rules there are depends on the campaign and on nobody.
     *
     * @param stopped by the rules in a fixed order
     */
    public record Counted(SortedMap<String, Long> variations, List<Rule> rules, Map<Rule, Long> stopped) {
        /** One answer: somebody is in the people and in a variation, or stopped by a rule. */
        public Question question(String text) {
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.people(
                    variations.values().stream().mapToLong(Long::longValue).sum()));
            variations.values().forEach(people -> figures.add(Figure.people(people)));
            rules.forEach(rule -> figures.add(Figure.people(stopped.getOrDefault(rule, 0L))));
            return new Question(text, figures, 2);
        }

        /** As it is shown; rules stand although too few people would get the campaign. */
        public Reach shown(Answer.Shown answer, GuardLevel level) {
            Iterator<NoisedFigure> figures = answer.figures().iterator();
            long people = figures.next().whole();
            Map<String, Long> byVariation = new TreeMap<>();
            for (String variation : variations.keySet()) {
                NoisedFigure figure = figures.next();
                if (level.shows(figure)) {
                    byVariation.put(variation, figure.whole());
                }
            }
            List<Stopped> stoppedBy = new ArrayList<>();
            for (Rule rule : rules) {
                NoisedFigure figure = figures.next();
                if (level.shows(figure)) {
                    stoppedBy.add(new Stopped(rule.place(), rule.text(), figure.whole()));
                }
            }
            stoppedBy.sort((a, b) -> Long.compare(b.people(), a.people()));
            return new Reach(people, byVariation, stoppedBy);
        }
    }
}
