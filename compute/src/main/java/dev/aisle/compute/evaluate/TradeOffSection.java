package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.ScatterPlot;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import java.util.Optional;
import java.util.function.Function;

/** What accuracy is bought with: variety, time and memory. */
final class TradeOffSection {
    private static final double MEGABYTE = 1 << 20;
    private static final double LEAST_SECONDS = 0.001;

    private final Report report;
    private final StringBuilder markup = new StringBuilder();

    private TradeOffSection(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new TradeOffSection(report).section();
    }

    private String section() {
        int k = report.middle();
        markup.append("<section id=\"variety\"><h2>Accuracy and variety</h2>");
        markup.append(
                "<p>Up is more accurate, right is more varied: coverage is the share of the catalogue that anybody is shown, ");
        markup.append("novelty how few people know the items, diversity how unlike the items of a list are.</p>\n");
        markup.append(HtmlReport.legend(report)).append("<div class=\"charts\">\n");
        chart("coverage", "coverage at " + k, metric("coverage@" + k), false);
        chart("novelty", "novelty at " + k + ", bits", metric("novelty@" + k), false);
        chart("diversity", "diversity at " + k, metric("ild_cosine@" + k), false);
        chart("tail", "share of long tail at " + k, metric("aplt@" + k), false);
        markup.append("</div></section>\n<section id=\"cost\"><h2>Accuracy and cost</h2>");
        markup.append(
                "<p>Up is more accurate, left is cheaper. Memory is the highest use of the heap, the data included.</p>");
        markup.append("<div class=\"charts\">\n");
        chart("fit", "time to fit, s", one -> Optional.of(Math.max(LEAST_SECONDS, one.fitSeconds())), true);
        chart(
                "lists",
                "time for all lists, s",
                one -> Optional.of(Math.max(LEAST_SECONDS, one.recommendSeconds())),
                true);
        chart("memory", "memory, MB", one -> Optional.of(one.peakBytes() / MEGABYTE), true);
        return markup.append("</div></section>\n").toString();
    }

    private static Function<Result, Optional<Double>> metric(String name) {
        return one -> one.estimate(name).map(Estimate::value);
    }

    private void chart(String id, String across, Function<Result, Optional<Double>> x, boolean ratios) {
        ScatterPlot plot = new ScatterPlot();
        for (int place = 0; place < report.results().size(); place++) {
            Result result = report.results().get(place);
            Optional<Double> right = x.apply(result);
            Optional<Estimate> up = result.estimate(report.leading());
            if (right.isPresent() && up.isPresent()) {
                plot.point(report.series(place), right.get(), up.get().value());
            }
        }
        if (!plot.isEmpty()) {
            markup.append("<figure>")
                    .append(plot.draw("against-" + id, across, "NDCG at " + report.middle(), ratios))
                    .append("</figure>\n");
        }
    }
}
