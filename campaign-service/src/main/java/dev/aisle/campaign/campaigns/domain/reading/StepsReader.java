package dev.aisle.campaign.campaigns.domain.reading;

import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.campaigns.domain.definition.JourneyPlan;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep;
import dev.aisle.campaign.campaigns.domain.definition.SinceEntry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a journey and the rule by which somebody leaves it. */
final class StepsReader {
    /** Stands for the variation that the hash gives the person. */
    static final String ASSIGNED = "assigned";

    private static final List<String> FORMS = List.of("send", "wait", "branch");
    private static final List<String> CONDITIONS = List.of("all", "any", "not", "segment");
    private static final int MOST = 50;
    private static final int DEPTH = 5;

    private final Set<String> variations;
    private int count;
    private boolean sends;

    private StepsReader(List<Variation> variations) {
        this.variations = variations.stream().map(Variation::id).collect(Collectors.toSet());
    }

    /** The plan of a definition; of one that says nothing, one message. */
    static JourneyPlan read(Spot definition, List<Variation> variations) {
        SinceEntry exit = definition.is("exit") ? condition(definition.at("exit"), 1) : null;
        if (!definition.is("steps")) {
            return new JourneyPlan(JourneyPlan.ONE_MESSAGE.steps(), exit);
        }
        StepsReader reader = new StepsReader(variations);
        Spot steps = definition.at("steps");
        List<JourneyStep> read = reader.steps(steps, 1);
        if (reader.count > MOST) {
            steps.wrong("A journey has at most " + MOST + " steps.", "Make two campaigns of it.");
        }
        if (!reader.sends && !read.isEmpty()) {
            steps.wrong("Nothing is sent in it.", "Write a step {\"send\": \"" + ASSIGNED + "\"}.");
        }
        if (variations.stream().anyMatch(variation -> variation.id().equals(ASSIGNED))) {
            definition
                    .at("variations")
                    .wrong(ASSIGNED + " stands for the variation that the person is assigned.", "Take another id.");
        }
        return new JourneyPlan(read, exit);
    }

    private List<JourneyStep> steps(Spot spot, int depth) {
        return spot.elements(1, MOST, "steps").stream()
                .map(step -> step(step, depth))
                .toList();
    }

    private JourneyStep step(Spot spot, int depth) {
        count++;
        if (!spot.node().isObject() || spot.node().size() != 1) {
            spot.wrong("Expected one of " + String.join(", ", FORMS) + ".", "Write {\"wait\": \"P2D\"}, for instance.");
            return new JourneyStep.Wait(Duration.ofDays(1));
        }
        if (!spot.object(FORMS)) {
            return new JourneyStep.Wait(Duration.ofDays(1));
        }
        if (spot.is("send")) {
            sends = true;
            return new JourneyStep.Send(variation(spot.at("send")));
        }
        return spot.is("branch") ? branch(spot.at("branch"), depth) : wait(spot);
    }

    private static JourneyStep wait(Spot spot) {
        return new JourneyStep.Wait(spot.is("wait") ? spot.at("wait").span() : Duration.ofDays(1));
    }

    private @Nullable String variation(Spot spot) {
        String id = spot.name("the id of a variation");
        if (id.isEmpty() || id.equals(ASSIGNED)) {
            return null;
        }
        // Where the variations can't be read themselves, that is said there.
        if (!variations.isEmpty() && !variations.contains(id)) {
            spot.wrong("There is no variation " + id + ".", Spot.known(variations) + " Or " + ASSIGNED + ".");
        }
        return id;
    }

    private JourneyStep branch(Spot spot, int depth) {
        if (depth >= DEPTH) {
            spot.wrong("Branches are at most " + DEPTH + " deep.", "Make two campaigns of it.");
            return new JourneyStep.Wait(Duration.ofDays(1));
        }
        if (!spot.object(List.of("if", "then", "else"))) {
            return new JourneyStep.Wait(Duration.ofDays(1));
        }
        if (!spot.is("then") && !spot.is("else")) {
            spot.wrong("Nothing happens in this branch.", "Write the steps of then, of else, or of both.");
        }
        return new JourneyStep.Branch(
                condition(spot.at("if"), 1),
                spot.is("then") ? steps(spot.at("then"), depth + 1) : List.of(),
                spot.is("else") ? steps(spot.at("else"), depth + 1) : List.of());
    }

    private static SinceEntry condition(Spot spot, int depth) {
        SinceEntry otherwise = new SinceEntry.Did(Behaviour.BOUGHT);
        if (spot.node().isTextual() || depth > DEPTH) {
            return Behaviour.of(spot.word(Behaviour.codes()))
                    .<SinceEntry>map(SinceEntry.Did::new)
                    .orElse(otherwise);
        }
        if (!spot.node().isObject()
                || spot.node().size() != 1
                || !CONDITIONS.contains(spot.node().fieldNames().next())) {
            spot.wrong(
                    "Expected what the person did, or one of " + String.join(", ", CONDITIONS) + ".",
                    Spot.known(Behaviour.codes()) + " Or {\"not\": \"clicked\"}.");
            return otherwise;
        }
        if (spot.is("not")) {
            return new SinceEntry.Not(condition(spot.at("not"), depth + 1));
        }
        if (spot.is("segment")) {
            return new SinceEntry.InSegment(spot.at("segment").name("the id of a segment"));
        }
        return spot.is("all")
                ? new SinceEntry.All(conditions(spot.at("all"), depth))
                : new SinceEntry.Any(conditions(spot.at("any"), depth));
    }

    private static List<SinceEntry> conditions(Spot spot, int depth) {
        return spot.elements(1, 20, "conditions").stream()
                .map(part -> condition(part, depth + 1))
                .toList();
    }
}
