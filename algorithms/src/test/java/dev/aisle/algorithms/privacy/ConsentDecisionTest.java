package dev.aisle.algorithms.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentDecisionTest {
    static List<String> rows() {
        List<String> lines = Vectors.lines("consent-decision-sample.csv");
        return lines.subList(1, lines.size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowOfTheDecisionTableIsMet(String row) {
        String[] cells = row.split(",", -1);

        ConsentDecision decision = ConsentDecision.on(question(cells));

        assertThat(decision.allowed() ? "ALLOW" : "DENY").isEqualTo(cells[8]);
        assertThat(decision.reason().wireName()).isEqualTo(cells[9]);
    }

    private static ConsentQuestion question(String[] cells) {
        return new ConsentQuestion(
                cells[0],
                AgeBand.ofWireName(cells[1]),
                Purpose.ofWireName(cells[2]).orElseThrow(),
                ExplicitStatus.ofWireName(cells[3]).orElseThrow(),
                Boolean.parseBoolean(cells[4]),
                tcf(cells[5]),
                Arrays.stream(GppSignal.values())
                        .filter(signal -> signal.wireName().equals(cells[6]))
                        .findFirst()
                        .orElse(GppSignal.ABSENT),
                Boolean.parseBoolean(cells[7]));
    }

    private static Optional<Set<Integer>> tcf(String cell) {
        return switch (cell) {
            case "" -> Optional.empty();
            case "empty" -> Optional.of(Set.of());
            default ->
                Optional.of(Arrays.stream(cell.split(" ")).map(Integer::valueOf).collect(Collectors.toSet()));
        };
    }

    @Property
    void aNoIsNeverOverruled(
            @ForAll Purpose purpose, @ForAll AgeBand ageBand, @ForAll boolean gpc, @ForAll GppSignal gpp) {
        Set<Integer> everything = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        for (ExplicitStatus no : List.of(ExplicitStatus.DENY, ExplicitStatus.WITHDRAWN)) {
            var question = new ConsentQuestion("US-CA", ageBand, purpose, no, gpc, Optional.of(everything), gpp, false);

            assertThat(ConsentDecision.on(question).allowed()).isEqualTo(purpose == Purpose.NECESSARY);
        }
    }

    @Property
    void aSignalNeverWidensWhatIsAllowed(
            @ForAll Purpose purpose, @ForAll AgeBand ageBand, @ForAll ExplicitStatus explicit) {
        for (String jurisdiction : List.of("EU", "US-CA", "elsewhere")) {
            ConsentQuestion bare = ConsentQuestion.of(jurisdiction, ageBand, purpose, explicit, false);
            ConsentQuestion signalled = new ConsentQuestion(
                    jurisdiction, ageBand, purpose, explicit, true, Optional.empty(), GppSignal.OPTED_OUT, false);

            if (ConsentDecision.on(signalled).allowed()) {
                assertThat(ConsentDecision.on(bare).allowed()).isTrue();
            }
        }
    }

    @Property
    void anUnknownJurisdictionAllowsNothingThatTheUnionDenies(
            @ForAll Purpose purpose, @ForAll AgeBand ageBand, @ForAll ExplicitStatus explicit) {
        ConsentDecision unknown = ConsentDecision.on(ConsentQuestion.of("??", ageBand, purpose, explicit, false));
        ConsentDecision union = ConsentDecision.on(ConsentQuestion.of("EU", ageBand, purpose, explicit, false));

        assertThat(unknown).isEqualTo(union);
    }
}
