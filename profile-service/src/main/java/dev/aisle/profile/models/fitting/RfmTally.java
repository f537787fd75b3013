package dev.aisle.profile.models.fitting;

import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.rfm.RfmBands;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.values.domain.PurchaseDays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** By buyer the days since the last purchase, the purchase days and the sum spent. */
final class RfmTally implements JobTally {
    private final FitRules rules;
    private final LongColumn recencies = new LongColumn();
    private final LongColumn frequencies = new LongColumn();
    private final LongColumn sums = new LongColumn();

    RfmTally(FitRules rules) {
        this.rules = rules;
    }

    @Override
    public void add(PersonEvents events) {
        PurchaseDays days = rules.orders(events).days(rules.zone());
        if (!days.isEmpty()) {
            PurchaseSpan span = days.span();
            recencies.add(rules.today() - span.lastDay());
            frequencies.add(span.count());
            sums.add(days.total());
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (LongColumn column : List.of(recencies, frequencies, sums)) {
            column.write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (LongColumn column : List.of(recencies, frequencies, sums)) {
            column.read(in);
        }
    }

    @Override
    public List<Fit> fit() {
        int buyers = recencies.size();
        return List.of(rules.tooFew(ModelKind.RFM, buyers, "people who bought")
                .orElseGet(() -> FitRules.attempt(
                        ModelKind.RFM,
                        () -> new Fitted(
                                ModelKind.RFM,
                                buyers,
                                new Parameters.Rfm(RfmBands.of(
                                        recencies.toDoubles(), frequencies.toDoubles(), sums.toDoubles()))))));
    }
}
