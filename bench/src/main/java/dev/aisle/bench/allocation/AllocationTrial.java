package dev.aisle.bench.allocation;

import dev.aisle.algorithms.offers.Allocation;
import dev.aisle.algorithms.offers.BudgetAllocation;
import dev.aisle.algorithms.offers.OfferTable;
import dev.aisle.bench.CpuTime;
import java.util.Locale;

/** One start of the JVM: one allocation, after one without a limit that tells what everything would cost. Arguments: customers, offers, share of what everything would cost. */
public final class AllocationTrial {
    private static final double ENOUGH = 1e15;

    private AllocationTrial() {}

    /** Prints a line. */
    public static void main(String[] arguments) {
        OfferTable table = MadeOffers.of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), 7);
        double budget = Double.parseDouble(arguments[2])
                * BudgetAllocation.of(table, ENOUGH).cost();
        long began = System.nanoTime();
        CpuTime cpu = new CpuTime();
        Allocation allocation = BudgetAllocation.of(table, budget);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "TRIAL seconds=%.3f cpu=%.3f share=%.9f spent=%.6f exact=%s",
                seconds,
                cpu.seconds(),
                allocation.shareOfBound(),
                budget > 0 ? allocation.cost() / budget : 1,
                allocation.exact()));
    }
}
