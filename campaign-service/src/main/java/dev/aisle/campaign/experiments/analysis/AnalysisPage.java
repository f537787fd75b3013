package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.algorithms.charts.Theme;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.domain.Unit;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.ArmCount;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.Health;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.SegmentEffect;
import dev.aisle.campaign.experiments.judging.Wording;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** A report as one page that needs nothing else, so that it can be mailed: no script, no other file. */
public final class AnalysisPage {
    private static final String STYLE = """
            *{box-sizing:border-box}body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:68rem;padding:1.5rem 1rem 4rem;
            color:var(--ink);background:var(--ground)}h1{font-size:1.6rem;line-height:1.2;margin:.4rem 0;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2.2rem 0 .4rem}
            p,li{max-width:46rem;overflow-wrap:anywhere}.facts,small,caption,figcaption{color:var(--soft)}
            .decision{margin:1.2rem 0;padding:1rem 1.2rem;border-radius:.6rem;background:var(--card);border-left:.4rem solid var(--soft)}
            .decision strong{display:block;font-size:1.3rem}.decision p{margin:.2rem 0 0}.ship{border-color:var(--good)}.roll_back,.unhealthy{border-color:var(--bad)}
            .keep_going{border-color:var(--c0)}.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 1.5rem}
            figure{margin:0 0 1rem;padding:.8rem;background:var(--card);border-radius:.6rem;min-width:0}figcaption{font-size:.9rem;margin-bottom:.4rem}
            ul.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}.wide{overflow-x:auto}
            table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;margin:.5rem 0 1rem}caption{text-align:left;padding:.3rem 0}
            th,td{padding:.35rem .7rem;text-align:right;border-bottom:1px solid var(--rule);vertical-align:top;font-weight:400;white-space:nowrap}
            thead th{color:var(--soft)}th:first-child{text-align:left;font-weight:600;white-space:normal;min-width:8rem}
            .good{color:var(--good)}.bad{color:var(--bad)}
            """;

    private final Analysis analysis;
    private final Experiment experiment;
    private final AnalysisCharts charts;
    private final StringBuilder page = new StringBuilder();

    private AnalysisPage(Analysis analysis) {
        this.analysis = analysis;
        this.experiment = analysis.phase().experiment();
        this.charts = new AnalysisCharts(analysis);
    }

    /** The page of a report. */
    public static String of(Analysis analysis) {
        AnalysisPage page = new AnalysisPage(analysis);
        page.head();
        page.decision();
        if (analysis.told()) {
            page.effects();
            page.overTime();
            page.segments();
            page.health();
            page.numbers();
            page.method();
        }
        return page.page.append("</main></body></html>\n").toString();
    }

    private void head() {
        String title = Html.escaped(experiment.name());
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(title)
                .append("</title>\n<style>")
                .append(Theme.STYLE)
                .append(STYLE)
                .append("</style></head><body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n");
        long units = analysis.arms().stream().mapToLong(ArmCount::exposed).sum();
        say(
                "<p class=\"facts\">Experiment %s, phase %d · since %s · as of %s%s</p>%n",
                Html.escaped(experiment.id()),
                analysis.phase().number(),
                LocalDate.ofInstant(analysis.phase().startedAt(), ZoneOffset.UTC),
                LocalDate.ofInstant(analysis.at(), ZoneOffset.UTC),
                units == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " · %,d %s",
                                units,
                                experiment.unit() == Unit.PERSON ? "people" : "visits"));
        if (!experiment.hypothesis().isBlank()) {
            say("<p>%s</p>%n", Html.escaped(experiment.hypothesis()));
        }
    }

    private void decision() {
        String kind = analysis.decision().kind().code();
        String title = switch (analysis.decision().kind()) {
            case SHIP -> "Ship";
            case ROLL_BACK -> "Roll back";
            case KEEP_GOING -> "Keep going";
            case NOTHING_FOUND -> "Nothing found";
            case UNHEALTHY -> "Unhealthy";
        };
        say(
                "<div class=\"decision %s\"><strong>%s</strong><p>%s</p></div>%n",
                kind, title, Html.escaped(analysis.decision().because()));
        if (analysis.words().size() > 1) {
            page.append("<ul>\n");
            analysis.words().stream().skip(1).forEach(word -> say("<li>%s</li>%n", Html.escaped(word)));
            page.append("</ul>\n");
        }
    }

    private void effects() {
        page.append("<h2>Change against the control, in %</h2>\n");
        legend();
        page.append("<div class=\"charts\">\n");
        effects(
                Role.GOAL,
                "Goals: what decides. The mark is the measured change, the bar what the figures leave open.");
        effects(Role.GUARDRAIL, "Guardrails: what must not get worse by more than its margin.");
        effects(Role.SECONDARY, "Besides: what explains; corrected for the number of questions.");
        page.append("</div>\n");
    }

    private void effects(Role role, String caption) {
        charts.effects(role).ifPresent(chart -> figure(caption, chart));
    }

    private void legend() {
        if (charts.series().size() > 1) {
            page.append("<ul class=\"legend\">");
            charts.series().forEach(one -> say("<li>%s%s</li>", one.key(), Html.escaped(one.name())));
            page.append("</ul>\n");
        }
    }

    private void overTime() {
        if (charts.followed().isEmpty()) {
            return;
        }
        page.append("<h2>Over time</h2>\n");
        legend();
        page.append("<div class=\"charts\">\n");
        for (String metric : charts.followed()) {
            figure(
                    charts.name(metric) + ": change in %, by day. The band is what the figures of that day leave open.",
                    charts.overTime(metric));
            figure(
                    charts.name(metric)
                            + ": evidence by day. It decides beyond a dashed boundary, and nowhere between.",
                    charts.boundary(metric));
        }
        page.append("</div>\n");
    }

    private void figure(String caption, String chart) {
        page.append("<figure><figcaption>")
                .append(Html.escaped(caption))
                .append("</figcaption>")
                .append(chart)
                .append("</figure>\n");
    }

    private void segments() {
        if (analysis.segments().isEmpty()) {
            return;
        }
        page.append("<h2>Segments</h2>\n");
        table(
                "People who were in the segment before they were exposed and still are; corrected for the number of segments",
                "Segment",
                "Goal",
                "Variation",
                "Units",
                "Change",
                "Interval",
                "Corrected p");
        for (SegmentEffect one : analysis.segments()) {
            cells(
                    one.segment(),
                    charts.name(one.metric()),
                    one.variation(),
                    String.format(Locale.ROOT, "%,d", one.units()),
                    percent(one.value()),
                    percent(one.low()) + " to " + percent(one.high()),
                    String.format(Locale.ROOT, "%.3f", one.adjusted()));
        }
        end();
    }

    private void health() {
        if (analysis.health().isEmpty()) {
            return;
        }
        Health health = analysis.health().get();
        page.append("<h2>Health</h2>\n<ul>\n");
        item(
                health.splitWatched() >= 0.001,
                String.format(
                        Locale.ROOT,
                        "Sizes of the arms: %s (p %.3f at every look, %.3f looked at once).",
                        health.splitWatched() >= 0.001 ? "as planned" : "not as planned",
                        health.splitWatched(),
                        health.splitByChance()));
        item(
                health.mixedShare() <= 0.01,
                String.format(
                        Locale.ROOT,
                        "Units that saw more than one variation: %.2f %%; they are left out.",
                        100 * health.mixedShare()));
        item(
                health.imbalanced().isEmpty(),
                health.imbalanced().isEmpty()
                        ? "Before the exposure no difference between the arms was seen."
                        : "Before the exposure the arms differed: " + String.join(", ", health.imbalanced()) + ".");
        page.append("</ul>\n");
        table("Units", "Variation", "Planned", "Seen", "Exposed", "Left out");
        long all = Math.max(
                1, analysis.arms().stream().mapToLong(ArmCount::assigned).sum());
        for (ArmCount arm : analysis.arms()) {
            cells(
                    arm.name(),
                    share(arm.weight()),
                    share((double) arm.assigned() / all),
                    String.format(Locale.ROOT, "%,d", arm.exposed()),
                    String.format(Locale.ROOT, "%,d", arm.mixed()));
        }
        end();
    }

    private void item(boolean good, String text) {
        say("<li><span class=\"%s\">%s</span> %s</li>%n", good ? "good" : "bad", good ? "✓" : "✗", Html.escaped(text));
    }

    private void numbers() {
        page.append("<h2>Numbers</h2>\n");
        table(
                "All comparisons",
                "Metric",
                "Role",
                "Variation",
                "Control",
                "Treatment",
                "Change",
                "Interval",
                "p",
                "Variance left");
        for (Comparison one : analysis.comparisons()) {
            Optional<Judged> judged = one.relative().filter(it -> it.boundary() < 100);
            Double p = judged.map(Judged::p).orElse(null);
            cells(
                    one.metric().name(),
                    one.use().role().code(),
                    one.variation(),
                    Wording.number(one.estimation().control(), one.metric()),
                    Wording.number(one.estimation().treated(), one.metric()),
                    judged.map(it -> percent(it.value())).orElse("–"),
                    judged.map(it -> percent(it.low()) + " to " + percent(it.high()))
                            .orElse("–"),
                    p == null ? "–" : probability(p),
                    share(one.estimation().varianceKept()));
        }
        end();
    }

    private void method() {
        String how = switch (experiment.rule().method()) {
            case FIXED -> "Looked at once, at the planned end (Welch's t test).";
            case SEQUENTIAL -> "Right at every look (asymptotic confidence sequence): it may be stopped at any time.";
            case GROUP_SEQUENTIAL -> "Decides at planned looks only (O'Brien-Fleming spending).";
            case BAYESIAN -> "Says what is believed after the figures when nothing was known before.";
        };
        say(
                "<h2>How to read this</h2>%n<p>%s Were there no effect at all, it would find one in %.0f of a hundred experiments at most."
                        + " An interval is what the figures leave open: where it holds 0, nothing can be said of the direction. What people did before they were"
                        + " exposed is taken out where that helps (variance left). Only people who allow analytics are counted, robots aren't.</p>%n",
                how, 100 * experiment.rule().alpha());
    }

    private void table(String caption, String... columns) {
        say("<div class=\"wide\"><table><caption>%s</caption><thead><tr>", Html.escaped(caption));
        for (String column : columns) {
            say("<th scope=\"col\">%s</th>", Html.escaped(column));
        }
        page.append("</tr></thead><tbody>\n");
    }

    private void cells(String first, String... rest) {
        say("<tr><th scope=\"row\">%s</th>", Html.escaped(first));
        for (String cell : rest) {
            say("<td>%s</td>", Html.escaped(cell));
        }
        page.append("</tr>\n");
    }

    private void end() {
        page.append("</tbody></table></div>\n");
    }

    private static String probability(double p) {
        return p < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void say(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values));
    }
}
