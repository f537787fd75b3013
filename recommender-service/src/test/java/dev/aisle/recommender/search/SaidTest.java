package dev.aisle.recommender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SaidTest {
    @Test
    void theSurestComesFirstWhateverTheOrder() {
        List<Said> said = Said.heard(List.of(new Transcript("flower", 0.2), new Transcript("flour", 0.6)));

        assertThat(said).extracting(Said::text).containsExactly("flour", "flower");
        assertThat(said.getFirst().weight()).isCloseTo(0.75f, within(1e-6f));
    }

    @Test
    void theSameWordsTwiceCountTogether() {
        List<Said> said = Said.heard(
                List.of(new Transcript("Flour", 0.3), new Transcript("flower", 0.4), new Transcript("flour", 0.3)));

        assertThat(said).extracting(Said::text).containsExactly("Flour", "flower");
    }

    @Test
    void whereNoneIsSureTheOrderCounts() {
        List<Said> said = Said.heard(List.of(new Transcript("one", 0), new Transcript("two", 0)));

        assertThat(said).extracting(Said::text).containsExactly("one", "two");
        assertThat(said.getFirst().weight()).isCloseTo(2f / 3, within(1e-6f));
    }

    @Test
    void whatIsHeardWithoutAnyCertaintyBesideOthersIsLeftOut() {
        assertThat(Said.heard(List.of(new Transcript("one", 0.5), new Transcript("two", 0))))
                .containsExactly(new Said("one", 1));
    }

    @Property
    void weightsSumToOne(@ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = 0, max = 1) Double> confidences) {
        List<Transcript> transcripts = confidences.stream()
                .map(confidence -> new Transcript("text " + confidence, confidence))
                .toList();

        assertThat(Said.heard(transcripts).stream().mapToDouble(Said::weight).sum())
                .isCloseTo(1, within(1e-5));
    }
}
