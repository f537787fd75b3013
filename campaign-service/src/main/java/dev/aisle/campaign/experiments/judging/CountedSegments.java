package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact counts of a goal within segments.
 *
 * @param people of all arms
 * @param segments all that there are, whether somebody who takes part is in them or not: which ones are asked about depends on nobody who takes part
 * @param units by segment and arm
 * @param goal whose rows have the segment and the arm as theirs
 */
public record CountedSegments(Phase phase, long people, List<String> segments, List<Units> units, CountedMetric goal) {
    public CountedSegments {
        segments = List.copyOf(segments);
        units = List.copyOf(units);
    }

    /** People of a segment and arm with as many units. */
    public record Units(String segment, String arm, long number, long people) {}

    /** How rows name a segment's arm. */
    public static String key(String segment, String arm) {
        return segment + "/" + arm;
    }

    /** Whether there is anything to ask. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** One answer: somebody can be in each segment, with units and the goal. */
    public Question question() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(people));
        List<String> keys = new ArrayList<>();
        for (String segment : segments) {
            for (Treatment one : phase.experiment().treatments()) {
                keys.add(key(segment, one.key()));
            }
        }
        double most = Figure.most(people(""));
        keys.forEach(key -> figures.add(Figure.sum(people(key), most)));
        figures.addAll(goal.figures(keys));
        int touched = 1 + segments.size() * (1 + goal.touched()) * CountedPhase.touchedArms(phase.experiment());
        return new Question(
                "segments of experiment " + phase.number() + " " + goal.metric().id() + " " + segments + " "
                        + phase.experiment().id(),
                figures,
                touched);
    }

    private SortedMap<Long, Long> people(String key) {
        SortedMap<Long, Long> people = new TreeMap<>();
        units.stream()
                .filter(one -> key.isEmpty() || key(one.segment(), one.arm()).equals(key))
                .forEach(one -> people.merge(one.number(), one.people(), Long::sum));
        return people;
    }

    /** Segment → arm → its sums, as they are shown; without arms of too few units. */
    public Map<String, Map<String, ArmSums>> shown(Answer.Shown answer, GuardLevel level) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        double noise = figures.next().deviation();
        List<Treatment> treatments = phase.experiment().treatments();
        List<NoisedFigure> sizes = new ArrayList<>();
        for (int n = 0; n < segments.size() * treatments.size(); n++) {
            sizes.add(figures.next());
        }
        Iterator<NoisedFigure> size = sizes.iterator();
        Map<String, Map<String, ArmSums>> shown = new TreeMap<>();
        for (String segment : segments) {
            for (Treatment one : treatments) {
                NoisedFigure those = size.next();
                ArmSums sums = goal.shown(those, noise, figures).sums();
                if (level.shows(those)) {
                    shown.computeIfAbsent(segment, _ -> new TreeMap<>()).put(one.key(), sums);
                }
            }
        }
        return shown;
    }
}
