package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.privacy.guard.Figure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Amounts of different people, in classes up to 1, 2, 5, 10, 20, … so that each can be clipped at a limit that is found later. */
final class Amounts {
    private final TreeMap<Double, Sum> classes = new TreeMap<>();

    private record Sum(long people, double amount) {
        Sum plus(Sum more) {
            return new Sum(people + more.people, amount + more.amount);
        }
    }

    /** Adds a person's amount; of 0 nothing is added. */
    void add(double amount) {
        if (amount > 0) {
            classes.merge(Figure.limit(amount), new Sum(1, amount), Sum::plus);
        }
    }

    /** Adds those of other people. */
    void add(Amounts others) {
        others.classes.forEach((limit, sum) -> classes.merge(limit, sum, Sum::plus));
    }

    /** Returns the class in which the 99th of a hundred people is; 1 for nobody. */
    double limit() {
        long all = classes.values().stream().mapToLong(Sum::people).sum();
        long rank = (long) Math.ceil(0.99 * all);
        for (Map.Entry<Double, Sum> one : classes.entrySet()) {
            rank -= one.getValue().people();
            if (rank <= 0) {
                return one.getKey();
            }
        }
        return 1;
    }

    /** Returns the sum, each person's amount clipped at a limit of a class. */
    double clipped(double limit) {
        double sum = 0;
        for (Map.Entry<Double, Sum> one : classes.entrySet()) {
            sum += one.getKey() <= limit
                    ? one.getValue().amount()
                    : limit * one.getValue().people();
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes.size());
        for (Map.Entry<Double, Sum> one : classes.entrySet()) {
            out.writeDouble(one.getKey());
            out.writeLong(one.getValue().people());
            out.writeDouble(one.getValue().amount());
        }
    }

    void read(DataInput in) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            classes.put(in.readDouble(), new Sum(in.readLong(), in.readDouble()));
        }
    }
}
