package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Exact counts of a phase. Which arms and metrics there are depends on the experiment and on nobody.
 *
 * @param people of all arms
 * @param metrics that are summed
 */
public record CountedPhase(Phase phase, long people, List<Units> units, List<CountedMetric> metrics) {
    public CountedPhase {
        units = List.copyOf(units);
        metrics = List.copyOf(metrics);
    }

    /**
     * People of an arm with as many units.
     *
     * @param mixed whether the units saw another variation later
     */
    public record Units(String arm, boolean mixed, long number, long people) {}

    /**
     * A phase as the guard shows it.
     *
     * @param noise standard deviation of an arm's number of units
     * @param byMetric metric → variation → sums
     * @param plain metric → the control's sums without noise in the squares, of which plans are made; without those that don't stand out
     * @param before name of a goal → its arms before anybody was exposed, the control first
     */
    public record Shown(
            List<ArmCount> arms,
            double noise,
            Map<String, Map<String, ArmSums>> byMetric,
            Map<String, ArmSums> plain,
            Map<String, List<Sums>> before) {
        /** A metric in each arm. */
        public Map<String, MetricArm> of(String metric) {
            return byMetric.getOrDefault(metric, Map.of()).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> MetricArm.of(one.getValue())));
        }
    }

    private List<String> arms() {
        return phase.experiment().treatments().stream().map(Treatment::key).toList();
    }

    /** One answer: somebody is in the people, and in one arm, of visits in any arm, with every metric. */
    public Question question() {
        List<String> arms = arms();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(people));
        for (boolean mixed : new boolean[] {false, true}) {
            double most = Figure.most(people("", mixed));
            arms.forEach(arm -> figures.add(Figure.sum(people(arm, mixed), most)));
        }
        metrics.forEach(metric -> figures.addAll(metric.figures(arms)));
        return new Question(text(), figures, 1 + ofArm() * touchedArms(phase.experiment()));
    }

    /** Exposed or mixed units, and the metrics. Visits of a person can be of both kinds. */
    private int ofArm() {
        return (phase.experiment().unit() == Unit.PERSON ? 1 : 2)
                + metrics.stream().mapToInt(CountedMetric::touched).sum();
    }

    /** In how many arms somebody can be. */
    static int touchedArms(Experiment experiment) {
        return experiment.unit() == Unit.PERSON ? 1 : experiment.treatments().size();
    }

    private String text() {
        String those = metrics.stream()
                .map(one -> one.metric().id() + " " + one.touched())
                .collect(Collectors.joining(" "));
        return "experiment " + phase.number() + " " + those + " "
                + phase.experiment().id();
    }

    private SortedMap<Long, Long> people(String arm, boolean mixed) {
        SortedMap<Long, Long> people = new TreeMap<>();
        units.stream()
                .filter(one ->
                        one.mixed() == mixed && (arm.isEmpty() || one.arm().equals(arm)))
                .forEach(one -> people.merge(one.number(), one.people(), Long::sum));
        return people;
    }

    /** As it is shown. */
    public Shown shown(Answer.Shown answer, GuardLevel level) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        double noise = figures.next().deviation();
        List<Treatment> treatments = phase.experiment().treatments();
        List<NoisedFigure> exposed = next(figures, treatments.size());
        List<NoisedFigure> mixed = next(figures, treatments.size());
        List<ArmCount> arms = new ArrayList<>();
        for (int n = 0; n < treatments.size(); n++) {
            Treatment one = treatments.get(n);
            boolean told = level.shows(exposed.get(n));
            arms.add(new ArmCount(
                    one.key(),
                    one.name(),
                    one.weight(),
                    told ? exposed.get(n).whole() : 0,
                    level.shows(mixed.get(n)) ? mixed.get(n).whole() : 0));
        }
        Map<String, Map<String, ArmSums>> byMetric = new HashMap<>();
        Map<String, ArmSums> plain = new HashMap<>();
        Map<String, List<Sums>> before = new LinkedHashMap<>();
        for (CountedMetric metric : metrics) {
            Map<String, ArmSums> sums = new LinkedHashMap<>();
            boolean any = false;
            for (int n = 0; n < treatments.size(); n++) {
                CountedMetric.Shown arm = metric.shown(exposed.get(n), noise, figures);
                sums.put(treatments.get(n).key(), arm.sums());
                any |= arm.standsOut();
                if (n == 0 && arm.standsOut()) {
                    plain.put(metric.metric().id(), arm.plain());
                }
            }
            if (!any) {
                // Of what hardly anybody did the noise would be compared.
                sums.replaceAll((_, arm) -> ArmSums.zeros(arm.n()));
            }
            byMetric.put(metric.metric().id(), sums);
            if (metric.touched() == 3 && sums.values().stream().allMatch(arm -> arm.b() > 0)) {
                before.put(
                        metric.metric().name(),
                        sums.values().stream()
                                .map(arm -> new Sums(arm.n(), arm.b(), arm.bb()))
                                .toList());
            }
        }
        return new Shown(arms, exposed.getFirst().deviation(), byMetric, plain, before);
    }

    private static List<NoisedFigure> next(Iterator<NoisedFigure> figures, int number) {
        List<NoisedFigure> those = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            those.add(figures.next());
        }
        return those;
    }
}
