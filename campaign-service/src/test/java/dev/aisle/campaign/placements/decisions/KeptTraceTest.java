package dev.aisle.campaign.placements.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.placements.decisions.DecisionTrace.Versions;
import dev.aisle.campaign.placements.decisions.DecisionTrace.Weighed;
import dev.aisle.campaign.placements.domain.arbitration.Lineup;
import dev.aisle.campaign.placements.domain.arbitration.Lineup.Entry;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTraceTest {
    private static final Versions DATA = new Versions(1, 2, null, null);
    private static final Lineup LINEUP = new Lineup(
            "EUR",
            List.of(
                    new Entry("flagship@1", 3, false, 1, true),
                    new Entry("tea@2", 20, true, 50, false),
                    new Entry("cocoa@1", 10, false, 50, false),
                    new Entry("juice@4", 10, false, 40, false)));

    @Test
    void theFirstThatWasNotStoppedWonAndTheOthersLostToIt() {
        KeptTrace kept = new KeptTrace("d", Map.of("audience", Places.of("0")), DATA);

        DecisionTrace trace = kept.with(LINEUP);

        assertThat(trace.winner()).isEqualTo(new Weighed("tea@2", 20, true, 50, null));
        assertThat(trace.lost())
                .containsExactly(
                        new Weighed("cocoa@1", 10, false, 50, "value"), new Weighed("juice@4", 10, false, 40, "value"));
        assertThat(trace.stopped()).containsExactly(Map.entry("audience", List.of("flagship@1")));
    }

    @Test
    void anExclusiveOneBeatsWhatIsWorthMore() {
        DecisionTrace trace = new KeptTrace("d", Map.of(), DATA).with(LINEUP);

        assertThat(trace.winner()).extracting(Weighed::campaign).isEqualTo("flagship@1");
        assertThat(trace.lost()).extracting(Weighed::rule).containsOnly("exclusive");
    }

    @Test
    void whereAllWereStoppedNobodyWon() {
        DecisionTrace trace = new KeptTrace("d", Map.of("cap-total", Places.of("0-3")), DATA).with(LINEUP);

        assertThat(trace.winner()).isNull();
        assertThat(trace.lost()).isEmpty();
        assertThat(trace.stopped().get("cap-total")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "0-3", "'0-3,7'", "'1,3,5-299'"})
    void rangesSayTheSamePlaces(String ranges) {
        assertThat(Places.of(ranges).ranges()).isEqualTo(ranges);
    }

    @RepeatedTest(20)
    void anyPlacesComeBackAsTheyWere(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        BitSet set = new BitSet();
        random.ints(random.nextInt(1, 200), 0, 300).forEach(set::set);

        assertThat(Places.of(new Places(set).ranges()).set()).isEqualTo(set);
    }
}
