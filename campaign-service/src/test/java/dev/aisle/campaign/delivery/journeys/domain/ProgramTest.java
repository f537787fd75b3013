package dev.aisle.campaign.delivery.journeys.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.campaigns.domain.definition.JourneyPlan;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep.Branch;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep.Send;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep.Wait;
import dev.aisle.campaign.campaigns.domain.definition.SinceEntry;
import dev.aisle.campaign.people.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final List<JourneyStep> STEPS = List.of(
            new Send("a"),
            new Wait(Duration.ofDays(2)),
            new Branch(
                    new SinceEntry.Did(Behaviour.CLICKED),
                    List.of(new Send("thanks")),
                    List.of(
                            new Branch(
                                    new SinceEntry.Did(Behaviour.OPENED),
                                    List.of(new Send("opened")),
                                    List.of(new Send("closed"))),
                            new Send("last"))),
            new Send("all"));

    @Test
    void eachBehaviourLeadsThroughItsBranchAndEverybodyToTheEnd() {
        assertThat(sentTo(Set.of(Behaviour.CLICKED))).containsExactly("a", "thanks", "all");
        assertThat(sentTo(Set.of(Behaviour.OPENED))).containsExactly("a", "opened", "last", "all");
        assertThat(sentTo(Set.of())).containsExactly("a", "closed", "last", "all");
    }

    @Test
    void everyLineSaysWhereItStandsInTheDefinition() {
        Program program = Program.of(new JourneyPlan(STEPS, null));

        assertThat(program.lines().stream().filter(line -> line.instruction() instanceof Instruction.Send))
                .extracting(Program.Line::place)
                .containsExactly(
                        "/steps/0",
                        "/steps/2/branch/then/0",
                        "/steps/2/branch/else/0/branch/then/0",
                        "/steps/2/branch/else/0/branch/else/0",
                        "/steps/2/branch/else/1",
                        "/steps/3");
    }

    private static List<String> sentTo(Set<Behaviour> seen) {
        Program program = Program.of(new JourneyPlan(STEPS, null));
        Person nobody = new Person(Map.of(), 0, List.of());
        List<String> sent = new ArrayList<>();
        for (int step = 0; !program.endsAt(step); ) {
            step = switch (program.lines().get(step).instruction()) {
                case Instruction.Send send -> {
                    sent.add(send.variation());
                    yield step + 1;
                }
                case Instruction.Wait _ -> step + 1;
                case Instruction.Jump jump -> jump.target();
                case Instruction.JumpUnless jump -> jump.condition().holds(seen, nobody) ? step + 1 : jump.target();
            };
        }
        return sent;
    }
}
