package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.rfm.RfmScore;
import org.jspecify.annotations.Nullable;

/**
 * Recency, frequency, money.
 *
 * @param recencyDays since the last purchase, by the shop's days
 * @param spent in minor units
 * @param score null while no bands are fitted
 */
public record Rfm(
        long recencyDays,
        long purchaseDays,
        long spent,
        @Nullable RfmScore score) {
    static Told<Rfm> of(PurchaseDays days, long today, Fitted fitted) {
        PurchaseSpan span = days.span();
        if (span.count() == 0) {
            return new Told.Absent<>("nothing was bought");
        }
        long recency = today - span.lastDay();
        long spent = days.total();
        RfmScore score = fitted.bands() == null
                ? null
                : fitted.bands().score((double) recency, (double) span.count(), (double) spent);
        return new Told.Known<>(new Rfm(recency, span.count(), spent, score));
    }
}
