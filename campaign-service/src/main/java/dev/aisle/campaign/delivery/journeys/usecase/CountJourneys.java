package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.delivery.journeys.domain.Instruction;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.delivery.journeys.domain.Program;
import dev.aisle.campaign.delivery.journeys.store.CountRepository;
import dev.aisle.campaign.delivery.journeys.store.CountRepository.Count;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many people stand at each step of a campaign and what became of it, as the guard shows it. */
@ApplicationScoped
public class CountJourneys {
    private static final String WAITING = Journey.State.WAITING.code();
    private static final List<String> ENDED = Arrays.stream(Journey.State.values())
            .map(Journey.State::code)
            .filter(state -> !state.equals(WAITING))
            .toList();
    private static final List<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Outcome::code).toList();

    private final CountRepository counts;
    private final EnteredVersions programs;
    private final GuardedFigures guarded;

    CountJourneys(CountRepository counts, EnteredVersions programs, GuardedFigures guarded) {
        this.counts = counts;
        this.programs = programs;
        this.guarded = guarded;
    }

    /**
     * A version that people have entered.
     *
     * @param people who entered it
     * @param ended how many are through or have left, by state
     */
    public record VersionCounts(int version, long people, Map<String, Long> ended, List<StepCounts> steps) {}

    /**
     * A step of it. Numbers below the threshold, and those that don't stand out of their noise, are left out.
     *
     * @param place JSON pointer into the definition
     * @param outcomes what became of it when it was due: how many people, by outcome
     */
    public record StepCounts(
            String place, String kind, @Nullable Long waiting, Map<String, Long> outcomes) {}

    /**
     * What is shown of a campaign.
     *
     * @param versions the newest first, without those that too few people have entered
     * @param noneLeft whether a version is missing because the caller's day has no new answers left
     */
    public record Shown(List<VersionCounts> versions, boolean noneLeft) {}

    /** Of a campaign. */
    public Shown of(String campaign) {
        List<Count> standing = counts.standing(campaign);
        List<Count> fired = counts.fired(campaign);
        TreeSet<Integer> entered = new TreeSet<>();
        standing.forEach(one -> entered.add(one.version()));
        fired.forEach(one -> entered.add(one.version()));
        List<VersionCounts> versions = new ArrayList<>();
        boolean noneLeft = false;
        for (int version : entered.descendingSet()) {
            Program program = programs.of(campaign, version).program();
            Answer answer = guarded.ask(question(campaign, version, program, standing, fired));
            if (answer instanceof Answer.Shown shown) {
                versions.add(shown(version, program, shown.figures().iterator()));
            }
            noneLeft |= answer instanceof Answer.NoneLeft;
        }
        return new Shown(versions, noneLeft);
    }

    /** How many new answers the caller can still have today. */
    public int left() {
        return guarded.left();
    }

    private static List<Integer> steps(Program program) {
        return IntStream.range(0, program.lines().size())
                .filter(step -> !(program.lines().get(step).instruction() instanceof Instruction.Jump))
                .boxed()
                .toList();
    }

    /** Below how many people nothing is shown. */
    public int threshold() {
        return guarded.level().k();
    }

    /** All numbers of a version are one answer: somebody is in the people, in one state, and in one outcome of each step. */
    private static Question question(
            String campaign, int version, Program program, List<Count> standing, List<Count> fired) {
        List<Integer> steps = steps(program);
        List<Figure> figures = new ArrayList<>();
        figures.add(people(standing, version, null, null));
        ENDED.forEach(state -> figures.add(people(standing, version, null, state)));
        for (int step : steps) {
            figures.add(people(standing, version, step, WAITING));
            OUTCOMES.forEach(outcome -> figures.add(people(fired, version, step, outcome)));
        }
        return new Question("journeys " + version + " " + campaign, figures, 2 + steps.size());
    }

    private static Figure people(List<Count> counts, int version, @Nullable Integer step, @Nullable String what) {
        return Figure.people(counts.stream()
                .filter(one -> one.version() == version)
                .filter(one -> step == null || one.step() == step)
                .filter(one -> what == null || one.what().equals(what))
                .mapToLong(Count::people)
                .sum());
    }

    private VersionCounts shown(int version, Program program, Iterator<NoisedFigure> figures) {
        long people = figures.next().whole();
        Map<String, Long> ended = shown(ENDED, figures);
        List<StepCounts> shown = new ArrayList<>();
        for (int step : steps(program)) {
            Program.Line line = program.lines().get(step);
            Long waiting = shown(List.of(WAITING), figures).get(WAITING);
            shown.add(new StepCounts(line.place(), kind(line.instruction()), waiting, shown(OUTCOMES, figures)));
        }
        return new VersionCounts(version, people, ended, shown);
    }

    private Map<String, Long> shown(List<String> names, Iterator<NoisedFigure> figures) {
        Map<String, Long> shown = new TreeMap<>();
        for (String name : names) {
            NoisedFigure figure = figures.next();
            if (guarded.level().shows(figure)) {
                shown.put(name, figure.whole());
            }
        }
        return shown;
    }

    private static String kind(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Send _ -> "send";
            case Instruction.Wait _ -> "wait";
            case Instruction.JumpUnless _, Instruction.Jump _ -> "branch";
        };
    }
}
