package dev.aisle.campaign.journeys.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.journeys.domain.Instruction;
import dev.aisle.campaign.journeys.domain.Program;
import dev.aisle.campaign.journeys.store.CountRepository;
import dev.aisle.campaign.journeys.store.CountRepository.Count;
import dev.aisle.campaign.shared.CampaignSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many people stand at each step of a campaign and what became of it, as far as it may be told. */
@ApplicationScoped
public class CountJourneys {
    private final CountRepository counts;
    private final EnteredVersions versions;
    private final KThreshold threshold;

    CountJourneys(CountRepository counts, EnteredVersions versions, CampaignSettings settings) {
        this.counts = counts;
        this.versions = versions;
        this.threshold = new KThreshold(settings.threshold());
    }

    /**
     * A version that people have entered.
     *
     * @param ended how many are through or have left, by state
     */
    public record VersionCounts(int version, Map<String, Long> ended, List<StepCounts> steps) {}

    /**
     * A step of it. Numbers below the threshold are left out.
     *
     * @param place JSON pointer into the definition
     * @param outcomes what became of it when it was due: how many people, by outcome
     */
    public record StepCounts(
            String place, String kind, @Nullable Long waiting, Map<String, Long> outcomes) {}

    /** Of a campaign, the newest version first. */
    public List<VersionCounts> of(String campaign) {
        List<Count> standing = counts.standing(campaign);
        List<Count> fired = counts.fired(campaign);
        TreeSet<Integer> entered = new TreeSet<>();
        standing.forEach(one -> entered.add(one.version()));
        fired.forEach(one -> entered.add(one.version()));
        return entered.descendingSet().stream()
                .map(version -> version(campaign, version, standing, fired))
                .toList();
    }

    /** Below how many people nothing is told. */
    public int threshold() {
        return threshold.k();
    }

    private VersionCounts version(String campaign, int version, List<Count> standing, List<Count> fired) {
        Map<String, Long> ended = new TreeMap<>();
        standing.stream()
                .filter(one -> one.version() == version && !one.what().equals("waiting"))
                .forEach(one -> ended.merge(one.what(), one.people(), Long::sum));
        Program program = versions.of(campaign, version).program();
        List<StepCounts> steps = new ArrayList<>();
        for (int number = 0; number < program.lines().size(); number++) {
            int step = number;
            Program.Line line = program.lines().get(number);
            if (line.instruction() instanceof Instruction.Jump) {
                continue;
            }
            Map<String, Long> outcomes = new TreeMap<>();
            fired.stream()
                    .filter(one -> one.version() == version && one.step() == step)
                    .forEach(one -> outcomes.put(one.what(), one.people()));
            Long waiting = standing.stream()
                    .filter(one -> one.version() == version
                            && one.step() == step
                            && one.what().equals("waiting"))
                    .map(Count::people)
                    .filter(threshold::allows)
                    .findFirst()
                    .orElse(null);
            steps.add(new StepCounts(line.place(), kind(line.instruction()), waiting, told(outcomes)));
        }
        return new VersionCounts(version, told(ended), steps);
    }

    private Map<String, Long> told(Map<String, Long> counted) {
        Map<String, Long> told = new TreeMap<>(counted);
        told.values().removeIf(people -> !threshold.allows(people));
        return told;
    }

    private static String kind(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Send _ -> "send";
            case Instruction.Wait _ -> "wait";
            case Instruction.JumpUnless _, Instruction.Jump _ -> "branch";
        };
    }
}
