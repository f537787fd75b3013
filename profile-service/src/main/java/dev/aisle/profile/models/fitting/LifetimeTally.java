package dev.aisle.profile.models.fitting;

import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeFit;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistories;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.values.domain.PurchaseDays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** By buyer the repeats, the first and the last day, and what the repeats were worth: x, t_x, T and z of the models. */
final class LifetimeTally implements JobTally {
    private static final double DAYS_PER_WEEK = 7;

    private final FitRules rules;
    private final LongColumn repeats = new LongColumn();
    private final LongColumn firstDays = new LongColumn();
    private final LongColumn lastDays = new LongColumn();
    private final LongColumn repeated = new LongColumn();

    LifetimeTally(FitRules rules) {
        this.rules = rules;
    }

    @Override
    public void add(PersonEvents events) {
        PurchaseDays days = rules.orders(events).days(rules.zone());
        if (!days.isEmpty()) {
            PurchaseSpan span = days.span();
            repeats.add(span.repeats());
            firstDays.add(span.firstDay());
            lastDays.add(span.lastDay());
            repeated.add(days.repeated());
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (LongColumn column : List.of(repeats, firstDays, lastDays, repeated)) {
            column.write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (LongColumn column : List.of(repeats, firstDays, lastDays, repeated)) {
            column.read(in);
        }
    }

    @Override
    public List<Fit> fit() {
        return List.of(
                rules.tooFew(ModelKind.LIFETIME, repeats.size(), "people who bought")
                        .or(() -> rules.tooFew(
                                ModelKind.LIFETIME, repeaters(false) * 2, "people, half of whom bought again"))
                        .orElseGet(() -> FitRules.attempt(ModelKind.LIFETIME, this::lifetime)),
                rules.tooFew(ModelKind.SPEND, repeaters(true), "people who bought again at a known price")
                        .orElseGet(() -> FitRules.attempt(ModelKind.SPEND, this::spend)));
    }

    private long repeaters(boolean priced) {
        long repeaters = 0;
        for (int i = 0; i < repeats.size(); i++) {
            repeaters += repeats.get(i) > 0 && (!priced || repeated.get(i) > 0) ? 1 : 0;
        }
        return repeaters;
    }

    private Fit lifetime() {
        int buyers = repeats.size();
        double[] lastTimes = new double[buyers];
        double[] ages = new double[buyers];
        for (int i = 0; i < buyers; i++) {
            lastTimes[i] = (lastDays.get(i) - firstDays.get(i)) / DAYS_PER_WEEK;
            ages[i] = (rules.today() - firstDays.get(i)) / DAYS_PER_WEEK;
        }
        PurchaseHistories histories = PurchaseHistories.of(repeats.toArray(), lastTimes, ages);
        LifetimeFit<BetaGeometric> bg = LifetimeFit.bgNbd(histories);
        LifetimeFit<BetaGeometric> mbg = LifetimeFit.mbgNbd(histories);
        return new Fitted(
                ModelKind.LIFETIME,
                buyers,
                new Parameters.Lifetime(
                        bg.model(), mbg.model(), DAYS_PER_WEEK, bg.logLikelihood(), mbg.logLikelihood()));
    }

    private Fit spend() {
        double[] means = new double[repeats.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = repeats.get(i) == 0 ? 0 : (double) repeated.get(i) / repeats.get(i);
        }
        GammaGamma.Fit fit = GammaGamma.fit(repeats.toArray(), means);
        return new Fitted(ModelKind.SPEND, fit.customers(), new Parameters.Spend(fit.model(), fit.logLikelihood()));
    }
}
