package dev.aisle.profile.models.fitting;

import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import dev.aisle.profile.analysis.domain.trend.Measure;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion;
import dev.aisle.profile.analysis.domain.trend.TrendTally;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.models.fitting.Fit.NotFitted;
import dev.aisle.profile.people.domain.PersonEvents;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Pieces by day and category over a year: the question of a forecast, asked regularly. */
final class DemandTally implements JobTally {
    private static final int MONTHS = 12;
    private static final int HORIZON = 28;

    private final FitRules rules;
    private final TrendQuestion question;
    private final TrendTally tally;

    DemandTally(FitRules rules) {
        LocalDate today = rules.asOf().atZone(rules.zone()).toLocalDate();
        this.rules = rules;
        this.question = new TrendQuestion(
                new Days(today.minusMonths(MONTHS), today, rules.zone()),
                Granularity.DAY,
                List.of(),
                List.of(Measure.UNITS),
                TrendQuestion.Use.FORECASTS,
                HORIZON);
        this.tally = question.begin();
    }

    @Override
    public void add(PersonEvents events) {
        tally.add(events);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        tally.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        tally.read(in);
    }

    @Override
    public List<Fit> fit() {
        return List.of(rules.tooFew(ModelKind.FORECAST, tally.people(), "people who viewed or bought")
                .orElseGet(() -> FitRules.attempt(ModelKind.FORECAST, this::demand)));
    }

    private Fit demand() {
        ForecastChart chart = (ForecastChart)
                question.answer(tally, new GuardedNumbers(rules.noise(), question.touched()), rules.asOf());
        List<ForecastChart.Line> forecast =
                chart.series().stream().filter(line -> !line.ahead().isEmpty()).toList();
        return forecast.isEmpty()
                ? new NotFitted(ModelKind.FORECAST, "no series has enough days whose numbers stand out of their noise")
                : new Fitted(
                        ModelKind.FORECAST,
                        tally.people(),
                        new Parameters.Demand(rules.zone().getId(), forecast));
    }
}
