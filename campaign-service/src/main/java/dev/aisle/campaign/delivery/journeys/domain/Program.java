package dev.aisle.campaign.delivery.journeys.domain;

import dev.aisle.campaign.campaigns.domain.definition.JourneyPlan;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a journey one after the other, with jumps where they branch, so that a number says where somebody stands. The same version
 * gives the same numbers, also in a later release: rows keep them.
 */
public record Program(List<Line> lines) {
    public Program {
        lines = List.copyOf(lines);
    }

    /**
     * An instruction and where it stands in the definition.
     *
     * @param place JSON pointer: {@code /steps/1/branch/then/0}
     */
    public record Line(Instruction instruction, String place) {}

    /** Puts the steps in a row. */
    public static Program of(JourneyPlan plan) {
        List<Line> lines = new ArrayList<>();
        append(plan.steps(), "/steps", lines);
        return new Program(lines);
    }

    private static void append(List<JourneyStep> steps, String place, List<Line> lines) {
        for (int i = 0; i < steps.size(); i++) {
            append(steps.get(i), place + "/" + i, lines);
        }
    }

    private static void append(JourneyStep step, String place, List<Line> lines) {
        switch (step) {
            case JourneyStep.Send send -> lines.add(new Line(new Instruction.Send(send.variation()), place));
            case JourneyStep.Wait wait -> lines.add(new Line(new Instruction.Wait(wait.span()), place));
            case JourneyStep.Branch branch -> append(branch, place, lines);
        }
    }

    private static void append(JourneyStep.Branch branch, String place, List<Line> lines) {
        List<Line> then = new ArrayList<>();
        append(branch.then(), place + "/branch/then", then);
        List<Line> otherwise = new ArrayList<>();
        append(branch.otherwise(), place + "/branch/else", otherwise);
        int here = lines.size();
        int elseAt = here + 1 + then.size() + 1;
        lines.add(new Line(new Instruction.JumpUnless(branch.condition(), elseAt), place));
        then.forEach(line -> lines.add(moved(line, here + 1)));
        lines.add(new Line(new Instruction.Jump(elseAt + otherwise.size()), place));
        otherwise.forEach(line -> lines.add(moved(line, elseAt)));
    }

    private static Line moved(Line line, int by) {
        Instruction moved = switch (line.instruction()) {
            case Instruction.JumpUnless jump -> new Instruction.JumpUnless(jump.condition(), jump.target() + by);
            case Instruction.Jump jump -> new Instruction.Jump(jump.target() + by);
            case Instruction.Send send -> send;
            case Instruction.Wait wait -> wait;
        };
        return new Line(moved, line.place());
    }

    /** Whether nothing is left to do there. */
    public boolean endsAt(int step) {
        return step >= lines.size();
    }
}
