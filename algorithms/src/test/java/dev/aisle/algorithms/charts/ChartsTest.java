package dev.aisle.algorithms.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.charts.IntervalPlot.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartsTest {
    private static final Series TEA = new Series("tea & <co>", 0);

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    @Test
    void aChartIsWellFormedAndSaysWhatItShows() throws Exception {
        String intervals = new IntervalPlot()
                .group("people", List.of(new Row(TEA, 0.2, 0.1, 0.3)))
                .draw("a", "Recall at 5");
        String lines = new LinePlot(List.of("5", "10"))
                .line(TEA, new double[] {0.1, 0.2})
                .draw("b", "Recall", "k");
        String points = new ScatterPlot().point(TEA, 1, 2).draw("c", "time", "recall", true);

        for (String svg : List.of(intervals, lines, points)) {
            Element root = parsed(svg);
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getElementsByTagName("title").getLength()).isPositive();
            assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("tea & <co>");
            assertThat(svg).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void aHeatTableSaysInWordsWhatItsColoursSay() throws Exception {
        HeatTable table = new HeatTable(List.of("tea & <co>", "coffee"), new int[][] {{7, 2}, {0, 5}});

        Element root = parsed(table.drawAlone("h", "what was taken for what"));

        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("12 of 14 are on the diagonal; most often tea & <co> was taken for coffee, 2 times.");
        assertThat(root.getElementsByTagName("rect").getLength()).isEqualTo(4);
        assertThat(root.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getElementsByTagName("style").getLength()).isOne();
    }

    @Property(tries = 500)
    void everyValueIsOnItsAxisWhoseTicksAreFew(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -1e6, max = 1e6) Double> given) {
        double[] values = given.stream().mapToDouble(Double::doubleValue).toArray();

        Axis axis = Axis.around(values);

        assertThat(axis.low()).isLessThan(axis.high());
        for (double value : values) {
            double slack = 1e-6 * (axis.high() - axis.low());
            assertThat(value).isBetween(axis.low() - slack, axis.high() + slack);
            assertThat(axis.at(value, 0, 100)).isBetween(0.0, 100.0);
        }
        assertThat(axis.ticks(4)).hasSizeBetween(2, 8);
    }

    @Test
    void ticksAreRoundAndLabelsShort() {
        Axis axis = Axis.around(new double[] {0.031, 0.118});
        assertThat(axis.ticks(4).stream().map(axis::label)).containsExactly("0", "0.05", "0.1", "0.15");

        Axis ratios = Axis.aroundRatios(new double[] {0.02, 300});
        assertThat(ratios.ticks(4).stream().map(ratios::label)).containsExactly("0.01", "1", "100");
        assertThat(ratios.at(1, 0, 100)).isCloseTo(40, within(1e-9));
        assertThat(ratios.label(25_000)).isEqualTo("25k");
    }

    @Test
    void namesDoNotCoverEachOther() {
        ScatterPlot plot = new ScatterPlot();
        IntStream.range(0, 12).forEach(n -> plot.point(new Series("algorithm" + n, n), 1 + n * 1e-3, 1));
        plot.point(new Series("far away", 12), 5, 5);

        String svg = plot.draw("d", "x", "y", false);

        // On one heap there is room for a few names only; the others are in the legend.
        assertThat(svg.split("class=\"t s\"", -1).length).isBetween(4, 12);
    }
}
