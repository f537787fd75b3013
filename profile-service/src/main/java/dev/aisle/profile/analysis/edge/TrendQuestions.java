package dev.aisle.profile.analysis.edge;

import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.trend.Measure;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion.Use;
import dev.aisle.profile.analysis.edge.Questions.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions for series out of requests. */
final class TrendQuestions {
    private static final int USUAL_HORIZON = 14;

    private TrendQuestions() {}

    static Read read(Questions questions, TrendRequest request, Use use) {
        Fields fields = new Fields();
        Optional<Days> days = questions.days(fields, request.from(), request.until(), request.zone());
        Optional<Granularity> granularity =
                fields.oneOf("granularity", request.granularity(), Granularity.class, Granularity.DAY);
        if (days.isPresent() && granularity.isPresent()) {
            Questions.notMore(fields, days.get(), granularity.get(), TrendQuestion.MOST_SPANS, "spans");
        }
        List<String> categories = categories(fields, request.categories());
        List<Measure> measures = measures(fields, request.measures(), use);
        if (use != Use.FORECASTS && request.horizon() != null) {
            fields.wrong("horizon", "only forecasts have one: POST /v1/analyses/forecasts");
        }
        int horizon = fields.number("horizon", request.horizon(), USUAL_HORIZON, 1, TrendQuestion.LONGEST_HORIZON);
        return Questions.read(
                fields,
                () -> new TrendQuestion(
                        days.orElseThrow(),
                        granularity.orElseThrow(),
                        categories,
                        measures,
                        use,
                        use == Use.FORECASTS ? horizon : 0));
    }

    private static List<String> categories(Fields fields, @Nullable List<@Nullable String> texts) {
        List<String> categories = new ArrayList<>();
        if (texts != null && texts.size() > TrendQuestion.MOST_CATEGORIES) {
            fields.wrong("categories", "expected at most " + TrendQuestion.MOST_CATEGORIES);
            return List.of();
        }
        for (int i = 0; texts != null && i < texts.size(); i++) {
            String category = fields.text("categories[" + i + "]", texts.get(i));
            if (category.isEmpty()) {
                fields.wrong("categories[" + i + "]", "expected the name of a category; leave categories out for all");
            } else if (!categories.contains(category)) {
                categories.add(category);
            }
        }
        return List.copyOf(categories);
    }

    private static List<Measure> measures(Fields fields, @Nullable List<@Nullable String> texts, Use use) {
        if (texts == null) {
            return use == Use.FORECASTS ? List.of(Measure.UNITS) : List.of(Measure.values());
        }
        if (texts.isEmpty() || texts.size() > Measure.values().length) {
            fields.wrong("measures", "expected 1 to " + Measure.values().length + "; leave measures out for all");
            return List.of();
        }
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            fields.oneOf("measures[" + i + "]", text == null ? "" : text, Measure.class, Measure.PEOPLE)
                    .filter(measure -> !measures.contains(measure))
                    .ifPresent(measures::add);
        }
        return List.copyOf(measures);
    }
}
