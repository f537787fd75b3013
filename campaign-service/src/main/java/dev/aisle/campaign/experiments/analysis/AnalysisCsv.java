package dev.aisle.campaign.experiments.analysis;

import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.ArmCount;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.SegmentEffect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report as a table: a comparison a row, empty where there is no figure. Ids and numbers only, so that nothing needs quotes. */
public final class AnalysisCsv {
    private final StringBuilder rows = new StringBuilder(
            "kind,metric,role,segment,variation,units,control,treatment,relative,relative_low,relative_high,absolute,absolute_low,absolute_high,p,adjusted_p,chance_to_win\n");

    private AnalysisCsv() {}

    /** The lines of a report. */
    public static String of(Analysis analysis) {
        AnalysisCsv csv = new AnalysisCsv();
        for (ArmCount arm : analysis.arms()) {
            csv.row(
                    "arm",
                    "",
                    "",
                    "",
                    arm.variation(),
                    arm.exposed(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        for (Comparison one : analysis.comparisons()) {
            Judged relative = told(one.relative());
            Judged absolute = told(one.absolute());
            csv.row(
                    "metric",
                    one.metric().id(),
                    one.use().role().code(),
                    "",
                    one.variation(),
                    null,
                    one.estimation().control(),
                    one.estimation().treated(),
                    relative == null ? null : relative.value(),
                    relative == null ? null : relative.low(),
                    relative == null ? null : relative.high(),
                    absolute == null ? null : absolute.value(),
                    absolute == null ? null : absolute.low(),
                    absolute == null ? null : absolute.high(),
                    relative == null ? null : relative.p(),
                    one.adjusted(),
                    relative == null ? null : relative.chanceToWin());
        }
        for (SegmentEffect one : analysis.segments()) {
            csv.row(
                    "segment",
                    one.metric(),
                    "",
                    one.segment(),
                    one.variation(),
                    one.units(),
                    null,
                    null,
                    one.value(),
                    one.low(),
                    one.high(),
                    null,
                    null,
                    null,
                    one.p(),
                    one.adjusted(),
                    null);
        }
        return csv.rows.toString();
    }

    private static @Nullable Judged told(Optional<Judged> one) {
        return one.filter(judged -> judged.boundary() < 100).orElse(null);
    }

    private void row(@Nullable Object... cells) {
        for (int n = 0; n < cells.length; n++) {
            rows.append(n == 0 ? "" : ",").append(cells[n] == null ? "" : cells[n]);
        }
        rows.append('\n');
    }
}
