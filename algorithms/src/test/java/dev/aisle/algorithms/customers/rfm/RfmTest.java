package dev.aisle.algorithms.customers.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.customers.Cdnow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RfmTest {
    private static final JsonNode VECTORS = Vectors.json("rfm_vectors.json");
    private static final List<String[]> ROWS = Cdnow.packed("cdnow/cdnow_rfm.csv.gz").stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();

    private static double[] column(int column) {
        return ROWS.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    private static double[] recencies() {
        return Arrays.stream(column(1)).map(days -> -days).toArray();
    }

    private static List<RfmScore> ntiles() {
        int[] recency = Ntile.of(recencies(), 5);
        int[] frequency = Ntile.of(column(2), 5);
        int[] money = Ntile.of(column(3), 5);
        return IntStream.range(0, ROWS.size())
                .mapToObj(n -> new RfmScore(recency[n], frequency[n], money[n]))
                .toList();
    }

    @Test
    void ntileIsThatOfTheDatabaseForEveryCustomer() {
        List<RfmScore> scores = ntiles();

        assertThat(scores).hasSize(VECTORS.get("n").asInt());
        for (int n = 0; n < scores.size(); n++) {
            String[] row = ROWS.get(n);
            assertThat(scores.get(n).cell()).as(row[0]).isEqualTo(row[4] + row[5] + row[6]);
        }
        for (int n = 0; n < VECTORS.get("first5").size(); n++) {
            JsonNode first = VECTORS.get("first5").get(n);
            assertThat(scores.get(n).cell())
                    .isEqualTo(first.get(4).asText()
                            + first.get(5).asText()
                            + first.get(6).asText());
        }
    }

    @Test
    void theCellsAndSegmentsCountAsPublished() {
        Map<String, Long> cells =
                ntiles().stream().collect(Collectors.groupingBy(RfmScore::cell, Collectors.counting()));
        Map<String, Long> segments = ntiles().stream()
                .collect(Collectors.groupingBy(
                        score -> score.segment().name().toLowerCase(Locale.ROOT), Collectors.counting()));

        assertThat(cells).hasSize(VECTORS.get("n_cells").asInt());
        VECTORS.get("cells_top10")
                .forEach(cell -> assertThat(cells)
                        .containsEntry(cell.get(0).asText(), cell.get(1).asLong()));
        assertThat(segments).hasSize(VECTORS.get("segments").size());
        VECTORS.get("segments")
                .properties()
                .forEach(segment -> assertThat(segments)
                        .containsEntry(segment.getKey(), segment.getValue().asLong()));
    }

    @Test
    void theEdgesAreThePublishedQuantiles() {
        assertEdges("recency", ScoreBands.of(column(1), 5));
        assertEdges("frequency", ScoreBands.of(column(2), 5));
        assertEdges("monetary", ScoreBands.of(column(3), 5));
    }

    private static void assertEdges(String name, ScoreBands bands) {
        JsonNode edges = VECTORS.at("/quantile_edges_type7/" + name);
        for (int n = 0; n < edges.size(); n++) {
            assertThat(bands.edges()[n]).isCloseTo(edges.get(n).asDouble(), within(1e-9));
        }
    }

    @Test
    void theTotalsAreThoseOfTheEventLog() {
        assertThat(Arrays.stream(column(3)).sum())
                .isCloseTo(VECTORS.at("/totals/monetary").asDouble(), within(1e-6));
        assertThat(Cdnow.CUSTOMERS.values().stream().mapToInt(Map::size).sum())
                .isEqualTo(VECTORS.at("/totals/frequency").asInt());
    }

    @Test
    void withBandsEqualCustomersScoreAlike() {
        RfmBands bands = RfmBands.of(column(1), column(2), column(3));

        assertThat(bands.frequency().score(1)).isEqualTo(1);
        assertThat(bands.frequency().score(2)).isEqualTo(3);
        assertThat(bands.score(0, 44, 6552.7)).isEqualTo(new RfmScore(5, 5, 5));
        assertThat(bands.score(545, 1, 0)).isEqualTo(new RfmScore(1, 1, 1));
        assertThat(bands.score(0, 1, 20).segment()).isEqualTo(RfmSegment.NEW);
    }

    @Property(tries = 200)
    void tilesAreInOrderAndOfEqualSize(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -3, max = 3) Double> list,
            @ForAll @IntRange(min = 1, max = 7) int tiles) {
        double[] values = list.stream().mapToDouble(x -> x).toArray();
        int[] found = Ntile.of(values, tiles);

        long[] sizes = new long[tiles];
        for (int n = 0; n < values.length; n++) {
            sizes[found[n] - 1]++;
            for (int m = 0; m < values.length; m++) {
                assertThat(values[n] < values[m] && found[n] > found[m]).isFalse();
            }
        }
        assertThat(Arrays.stream(sizes).max().orElseThrow()
                        - Arrays.stream(sizes).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void aGreaterValueNeverScoresLess(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -100, max = 100) Double> list,
            @ForAll @DoubleRange(min = -200, max = 200) double one,
            @ForAll @DoubleRange(min = -200, max = 200) double other) {
        double[] values = list.stream().mapToDouble(x -> x).toArray();
        ScoreBands bands = ScoreBands.of(values, 5);

        assertThat(bands.score(Math.max(one, other)))
                .isBetween(1, 5)
                .isGreaterThanOrEqualTo(bands.score(Math.min(one, other)));
    }

    @Test
    void whatCantBeIsRefused() {
        assertThatThrownBy(() -> new RfmScore(0, 1, 1)).hasMessageContaining("1 to 5");
        assertThatThrownBy(() -> ScoreBands.of(new double[0], 5)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new ScoreBands(new double[] {2, 1})).hasMessageContaining("ascending");
        assertThatThrownBy(() -> Ntile.of(new double[] {Double.NaN}, 5)).hasMessageContaining("numbers");
    }
}
