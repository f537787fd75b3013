package dev.aisle.profile.analysis.domain.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What happened with a category in a span.
 *
 * @param all who viewed or bought
 * @param viewers who viewed
 * @param buyers who bought
 */
record Counts(double views, double purchases, double units, double revenue, Crowd all, Crowd viewers, Crowd buyers) {
    static final Counts NONE = new Counts(0, 0, 0, 0, Crowd.NOBODY, Crowd.NOBODY, Crowd.NOBODY);

    static Counts view() {
        return new Counts(1, 0, 0, 0, Crowd.NOBODY, Crowd.NOBODY, Crowd.NOBODY);
    }

    static Counts order(double units, double revenue) {
        return new Counts(0, 1, units, revenue, Crowd.NOBODY, Crowd.NOBODY, Crowd.NOBODY);
    }

    void write(DataOutput out) throws IOException {
        for (double amount : new double[] {views, purchases, units, revenue}) {
            out.writeDouble(amount);
        }
        for (Crowd crowd : List.of(all, viewers, buyers)) {
            out.writeLong(crowd.people());
            out.writeLong(crowd.only());
        }
    }

    static Counts read(DataInput in) throws IOException {
        return new Counts(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                new Crowd(in.readLong(), in.readLong()),
                new Crowd(in.readLong(), in.readLong()),
                new Crowd(in.readLong(), in.readLong()));
    }

    long people() {
        return all.people();
    }

    /** What one person did, as that person's. */
    Counts ofOne(boolean onlyHere, boolean onlyViewsHere, boolean onlyBuysHere) {
        return new Counts(
                views,
                purchases,
                units,
                revenue,
                crowd(true, onlyHere),
                crowd(views > 0, onlyViewsHere),
                crowd(purchases > 0, onlyBuysHere));
    }

    private static Crowd crowd(boolean there, boolean only) {
        return there ? new Crowd(1, only ? 1 : 0) : Crowd.NOBODY;
    }

    /** Of other people, or more of the same person. */
    Counts plus(Counts others) {
        return sum(others, all.plus(others.all), viewers.plus(others.viewers), buyers.plus(others.buyers));
    }

    /** Of another category. An order with products of both counts in both. */
    Counts with(Counts category) {
        return sum(category, all.with(category.all), viewers.with(category.viewers), buyers.with(category.buyers));
    }

    private Counts sum(Counts others, Crowd everybody, Crowd viewing, Crowd buying) {
        return new Counts(
                views + others.views,
                purchases + others.purchases,
                units + others.units,
                revenue + others.revenue,
                everybody,
                viewing,
                buying);
    }
}
