package dev.aisle.local.faults;

import dev.aisle.local.chaos.Findings;
import dev.aisle.platform.stored.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was seen.
 *
 * @param usesAfterWithdrawal uses that were asked for while a withdrawal held
 * @param wrongUses what was used of them, in words
 * @param stored rows that are not as they must be once everything has settled
 */
record StormReport(
        long seed,
        double minutes,
        List<Recovery> recoveries,
        Findings events,
        long repeated,
        Deliveries deliveries,
        long usesAfterWithdrawal,
        long wrong,
        List<String> wrongUses,
        SpentBudget spent,
        List<Deviation> stored,
        Limits limits) {
    StormReport {
        recoveries = List.copyOf(recoveries);
        wrongUses = List.copyOf(wrongUses);
        stored = List.copyOf(stored);
    }

    /** Every broken promise. */
    List<String> violations() {
        var all = new ArrayList<String>();
        if (events.acknowledged() == 0) {
            all.add("no event was acknowledged, so that nothing was tried");
        } else if (!events.clean()) {
            all.add("events: " + events.missing() + " missing, " + events.doubled() + " twice, " + events.swapped()
                    + " out of order, " + events.sequenceBreaks() + " breaks in the count");
            all.addAll(events.remarks());
        }
        all.addAll(deliveries.violations());
        all.addAll(Settled.violations(stored));
        if (usesAfterWithdrawal == 0) {
            all.add("no use was asked for after a withdrawal, so that nothing was tried");
        }
        if (wrong > 0) {
            all.add(wrong + " uses after an acknowledged withdrawal");
            all.addAll(wrongUses);
        }
        all.addAll(spent.violations());
        all.addAll(Recovery.violations(recoveries, limits));
        return all;
    }

    String spoken() {
        var longest = recoveries.stream().mapToDouble(Recovery::seconds).max().orElse(0);
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                FIGURE  seed: %d, %.1f minutes, %d faults; longest recovery %.1f s
                FIGURE  events acknowledged: %,d; missing %d, twice %d, out of order %d; requests sent again: %,d
                FIGURE  rows of it in the databases: missing %d, twice %d, foreign %d
                FIGURE  messages: %d orders, %d journeys, %d taken by the mail server, %d of them different; %d in doubt
                FIGURE  uses asked for after an acknowledged withdrawal: %,d, done: %d
                FIGURE  budget for %d of %d shoppers: %d were told yes, spent %d of %d
                """,
                seed,
                minutes,
                recoveries.size(),
                longest,
                events.acknowledged(),
                events.missing(),
                events.doubled(),
                events.swapped() + events.sequenceBreaks(),
                repeated,
                Settled.count(stored, Deviation.Kind.MISSING),
                Settled.count(stored, Deviation.Kind.DOUBLED),
                Settled.count(stored, Deviation.Kind.FOREIGN),
                deliveries.orders(),
                deliveries.journeys(),
                deliveries.taken(),
                deliveries.different(),
                deliveries.inDoubt(),
                usesAfterWithdrawal,
                wrong,
                spent.budget() / spent.off(),
                spent.asked(),
                spent.won(),
                spent.redeemed(),
                spent.budget()));
        recoveries.forEach(one -> text.append(String.format(
                Locale.ROOT, "        %-70s well after %5.1f s%n", one.fault().spoken(), one.seconds())));
        return text.toString();
    }
}
