package dev.aisle.recommender.models.edge;

import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.fairness.FairnessReport;
import dev.aisle.recommender.models.registry.DescribeModel.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures of two models beside each other; those of their trainings are of each one's own hold-out. */
final class ComparedModels {
    private ComparedModels() {}

    /**
     * A figure of two models.
     *
     * @param name its key in the words, or the name of a metric
     */
    record Line(
            String name, @Nullable Object first, @Nullable Object second) {}

    /** All figures that one of them has. */
    static List<Line> lines(
            Description first, @Nullable TrainingResult one, Description second, @Nullable TrainingResult other) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "recommendations_people",
                first,
                second,
                model -> model.model().lineage().people()));
        lines.add(line(
                "recommendations_products",
                first,
                second,
                model -> model.model().lineage().items()));
        lines.add(line(
                "recommendations_interactions",
                first,
                second,
                model -> model.model().lineage().interactions()));
        lines.add(line("nDCG@20", first, second, model -> fair(model.fairness(), FairnessReport::ndcg)));
        lines.add(line(
                "recommendations_coverage",
                first,
                second,
                model -> fair(model.fairness(), report -> report.exposure().coverage())));
        lines.add(line(
                "recommendations_gini",
                first,
                second,
                model -> fair(model.fairness(), report -> report.exposure().gini())));
        lines.add(line(
                "recommendations_tail",
                first,
                second,
                model -> fair(model.fairness(), report -> report.exposure().tailShare())));
        Set<String> metrics = new TreeSet<>();
        if (one != null) {
            metrics.addAll(one.metrics().keySet());
        }
        if (other != null) {
            metrics.addAll(other.metrics().keySet());
        }
        for (String metric : metrics) {
            lines.add(new Line(
                    metric,
                    one == null ? null : one.metrics().get(metric),
                    other == null ? null : other.metrics().get(metric)));
        }
        return lines;
    }

    private static Line line(
            String name, Description first, Description second, Function<Description, @Nullable Object> value) {
        return new Line(name, value.apply(first), value.apply(second));
    }

    private static @Nullable Object fair(@Nullable FairnessReport report, Function<FairnessReport, Object> value) {
        return report == null ? null : value.apply(report);
    }
}
