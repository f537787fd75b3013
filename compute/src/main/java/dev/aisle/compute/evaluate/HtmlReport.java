package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.algorithms.charts.Theme;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.compute.evaluate.Significance.Versus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as one page that needs nothing else: no script, no other file. */
final class HtmlReport {
    private static final String STYLE = """
            *{box-sizing:border-box}body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:76rem;padding:1.5rem 1rem 4rem;
            color:var(--ink);background:var(--ground)}h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0;overflow-wrap:anywhere}h2{font-size:1.25rem;margin:2.5rem 0 .5rem}
            p{max-width:46rem}.facts,small,caption,figcaption{color:var(--soft)}.lead{font-size:1.1rem}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 1.5rem}
            figure{margin:0;padding:.8rem;background:var(--card);border-radius:.6rem;min-width:0}figcaption{font-size:.9rem;margin-bottom:.4rem}
            ul.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;margin:.5rem 0 1rem}
            caption{text-align:left;padding:.3rem 0}th,td{padding:.35rem .7rem;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap;
            vertical-align:top;font-weight:400}thead th{color:var(--soft);vertical-align:bottom}th:first-child{text-align:left;font-weight:600;
            position:sticky;left:0;background:var(--ground)}td small{display:block;font-size:.75rem}td.none small{white-space:normal;min-width:9rem}
            td.words{white-space:normal;text-align:left;min-width:16rem}.best{font-weight:700}.above{color:var(--good)}.below{color:var(--bad)}
            summary{cursor:pointer;padding:.3rem 0}.tabs>input{position:absolute;opacity:0}.tabs>label{display:inline-block;padding:.3rem .9rem;
            border:1px solid var(--rule);border-radius:2rem;margin:0 .4rem .8rem 0;cursor:pointer}
            .tabs>input:checked+label{background:var(--ink);color:var(--ground)}.tabs>input:focus-visible+label{outline:2px solid var(--c0);outline-offset:2px}
            @media print{details::details-content{content-visibility:visible;height:auto}}
            """;

    private HtmlReport() {}

    static String of(Report report) {
        Dataset data = report.data();
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Recommenders on ")
                .append(Html.escaped(data.name()))
                .append("</title>\n<style>")
                .append(Theme.STYLE)
                .append(STYLE)
                .append(AccuracySection.style())
                .append("</style></head><body>\n<main>\n<h1>Recommenders on ")
                .append(Html.escaped(data.name()))
                .append("</h1>\n");
        page.append(String.format(
                Locale.ROOT,
                "<p class=\"facts\">Split %s · %,d questions judged · %,d people, %,d items and %,d pairs to learn from · every item %s"
                        + " is a candidate</p>%n",
                Html.escaped(data.split()),
                report.judgedUsers(),
                data.train().userCount(),
                data.train().itemCount(),
                data.train().size(),
                data.seenAreCandidates() ? "" : "that the person doesn't have"));
        page.append(lead(report)).append(table(report));
        page.append(AccuracySection.of(report));
        page.append(SignificanceSection.of(report));
        page.append(TradeOffSection.of(report));
        page.append(SliceSection.of(report));
        page.append(LeftOutSection.of(report));
        page.append(NumbersSection.of(report));
        return page.append("</main></body></html>\n").toString();
    }

    /** The finding in a sentence or two. */
    private static String lead(Report report) {
        List<Integer> ranking = report.ranking();
        Optional<Estimate> best = ranking.isEmpty()
                ? Optional.empty()
                : report.results().get(ranking.getFirst()).estimate(report.leading());
        if (best.isEmpty()) {
            return "";
        }
        String sentence = String.format(
                Locale.ROOT,
                "<p class=\"lead\"><strong>%s</strong> is the most accurate: NDCG at %d is %.4f (%.4f to %.4f).",
                Html.escaped(report.series(ranking.getFirst()).name()),
                report.middle(),
                best.get().value(),
                best.get().low(),
                best.get().high());
        return sentence + notBehind(report, ranking) + "</p>\n";
    }

    /** Which mark is which algorithm. */
    static String legend(Report report) {
        StringBuilder list = new StringBuilder("<ul class=\"legend\">");
        for (int place : report.ranking()) {
            list.append("<li>")
                    .append(report.series(place).key())
                    .append(Html.escaped(report.series(place).name()))
                    .append("</li>");
        }
        return list.append("</ul>\n").toString();
    }

    private static String notBehind(Report report, List<Integer> ranking) {
        List<String> close = ranking.subList(1, ranking.size()).stream()
                .filter(place -> report.significance()
                        .versus(report.leading(), ranking.getFirst(), place)
                        .filter(Versus::significant)
                        .isEmpty())
                .map(place -> Html.escaped(report.series(place).name()))
                .toList();
        if (ranking.size() == 1) {
            return "";
        }
        return close.isEmpty()
                ? " It is above all others by more than chance."
                : " The difference to " + String.join(" and to ", close) + " could be chance.";
    }

    private static String table(Report report) {
        List<String> metrics = report.tableMetrics();
        List<String> columns = new ArrayList<>(List.of("Algorithm"));
        columns.addAll(metrics);
        HtmlTable table = new HtmlTable("Bold is the best of a column; below a value its 95 % interval", columns);
        for (int place : report.ranking()) {
            Result result = report.results().get(place);
            table.row(report.series(place).key(), report.series(place).name());
            metrics.forEach(metric -> table.outcome(result.outcome(metric), isBest(report, result, metric)));
            table.end();
        }
        return table.finished();
    }

    private static boolean isBest(Report report, Result result, String metric) {
        double sign = metric.equals("rmse") || metric.equals("mae") ? -1 : 1;
        double best = report.results().stream()
                .flatMap(one -> one.estimate(metric).stream())
                .mapToDouble(e -> sign * e.value())
                .max()
                .orElse(Double.NaN);
        return result.estimate(metric).filter(e -> sign * e.value() >= best).isPresent();
    }
}
