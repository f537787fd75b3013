package dev.aisle.training.spark;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.AlsHalf;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import dev.aisle.algorithms.recommend.Interactions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Implicit ALS over rows on several machines. Interactions stay where they are, by people and by items; the factors of one side go to all of them in
 * each half of an iteration, and the solved rows of the other side come back.
 */
final class Factors {
    /** What a row costs beside its interactions, in interactions. */
    private static final int WORK_OF_A_ROW = 64;

    private final JavaSparkContext context;
    private final ImplicitAls als;
    private final int threads;

    Factors(JavaSparkContext context, ImplicitAls als) {
        this.context = context;
        this.als = als;
        this.threads = Runtime.getRuntime().availableProcessors();
    }

    /** Solved rows on their way back. */
    @SuppressWarnings("ArrayRecordComponent") // travels between machines
    private record Solved(int first, float[] factors) implements Serializable {}

    /**
     * Fits a model.
     *
     * @param people their interactions, of mean weight 1
     * @param itemsOfAll how many people each item has
     */
    AlsModel fit(JavaRDD<Block> people, int peopleCount, double totalWeight, double[] itemsOfAll, int partitions) {
        int itemCount = itemsOfAll.length;
        JavaRDD<Block> rowsOfPeople = people.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Block> rowsOfItems =
                byItem(rowsOfPeople, peopleCount, itemsOfAll, partitions).persist(StorageLevel.MEMORY_AND_DISK());
        Ridge ridge = als.ridge(peopleCount, itemCount, totalWeight);
        FloatRows factorsOfPeople = FloatRows.zeros(peopleCount, als.rank());
        FloatRows factorsOfItems = als.firstItems(itemCount);
        for (int iteration = 0; iteration < als.iterations(); iteration++) {
            solve(rowsOfPeople, AlsHalf.begin(factorsOfItems, ridge, threads), factorsOfPeople);
            solve(rowsOfItems, AlsHalf.begin(factorsOfPeople, ridge, threads), factorsOfItems);
        }
        rowsOfItems.unpersist();
        rowsOfPeople.unpersist();
        return new AlsModel(als.rank(), factorsOfItems.compact(), ridge);
    }

    private void solve(JavaRDD<Block> rows, AlsHalf half, FloatRows into) {
        Broadcast<AlsHalf> shared = context.broadcast(half);
        List<Solved> solved = rows.map(block -> new Solved(
                        block.first(), shared.value().solve(block.rows()).values()))
                .collect();
        for (Solved part : solved) {
            System.arraycopy(part.factors(), 0, into.values(), part.first() * into.stride(), part.factors().length);
        }
        shared.destroy();
    }

    private static JavaRDD<Block> byItem(
            JavaRDD<Block> people, int peopleCount, double[] peopleOfItem, int partitions) {
        Ranges ranges = Ranges.of(
                Arrays.stream(peopleOfItem).map(count -> count + WORK_OF_A_ROW).toArray(), partitions);
        JavaPairRDD<Integer, Rows> pieces =
                people.flatMapToPair(block -> pieces(block, ranges).iterator());
        return pieces.groupByKey(ranges.count())
                .map(range -> new Block(
                        ranges.first(range._1()), Rows.beside(peopleCount, ranges.size(range._1()), range._2())));
    }

    /** The columns of each range, as rows. */
    private static List<Tuple2<Integer, Rows>> pieces(Block people, Ranges ranges) {
        Interactions byItem = people.rows().transposed();
        List<Tuple2<Integer, Rows>> pieces = new ArrayList<>();
        for (int range = 0; range < ranges.count(); range++) {
            int first = ranges.first(range);
            int start = byItem.start(first);
            int[] offsets = new int[ranges.size(range) + 1];
            for (int item = 0; item < offsets.length; item++) {
                offsets[item] = byItem.start(first + item) - start;
            }
            int[] persons = new int[offsets[offsets.length - 1]];
            float[] weights = new float[persons.length];
            for (int place = 0; place < persons.length; place++) {
                persons[place] = people.first() + byItem.item(start + place);
                weights[place] = byItem.weight(start + place);
            }
            pieces.add(new Tuple2<>(range, new Rows(people.first(), offsets, persons, weights)));
        }
        return pieces;
    }
}
