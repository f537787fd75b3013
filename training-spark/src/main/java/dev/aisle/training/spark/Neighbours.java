package dev.aisle.training.spark;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.NeighbourLists;
import dev.aisle.algorithms.recommend.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Item-kNN over rows of ones on several machines: items are cut into ranges, and each range gets the whole rows that have one of its items.
 */
final class Neighbours {
    private Neighbours() {}

    /**
     * Finds all lists.
     *
     * @param rows people or baskets, each number once; partition after partition
     * @param perItem how many rows each item has
     */
    static ItemKnn.Model find(JavaRDD<Interactions> rows, double[] perItem, ItemKnn knn, int partitions) {
        int items = perItem.length;
        double[] norms = Arrays.stream(perItem).map(Math::sqrt).toArray();
        Ranges ranges = Ranges.of(Sums.of(rows.map(Neighbours::work), items), partitions);
        int k = knn.k();
        float shrinkage = knn.shrinkage();
        JavaPairRDD<Integer, Rows> pieces = rows.mapPartitionsWithIndex(
                        (part, own) -> {
                            List<Tuple2<Integer, Rows>> all = new ArrayList<>();
                            own.forEachRemaining(matrix -> all.addAll(pieces(part, matrix, ranges)));
                            return all.iterator();
                        },
                        true)
                .mapToPair(piece -> piece);
        List<Tuple2<Integer, NeighbourLists>> lists = new ArrayList<>(pieces.groupByKey(ranges.count())
                .mapToPair(range -> new Tuple2<>(
                        range._1(),
                        NeighbourLists.of(
                                Rows.below(items, range._2()),
                                ranges.first(range._1()),
                                ranges.size(range._1()),
                                norms,
                                new ItemKnn(k, shrinkage, Weighting.NONE, false, 1))))
                .collect());
        lists.sort((one, other) -> Integer.compare(one._1(), other._1()));
        return NeighbourLists.join(lists.stream().map(Tuple2::_2).toList(), knn);
    }

    /** By item: the pairs that its list has to be counted from. */
    private static double[] work(Interactions rows) {
        double[] work = new double[rows.itemCount()];
        for (int row = 0; row < rows.userCount(); row++) {
            for (int place = rows.start(row); place < rows.start(row + 1); place++) {
                work[rows.item(place)] += rows.countOf(row);
            }
        }
        return work;
    }

    private static List<Tuple2<Integer, Rows>> pieces(int part, Interactions rows, Ranges ranges) {
        List<Tuple2<Integer, Rows>> pieces = new ArrayList<>();
        for (int range = 0; range < ranges.count(); range++) {
            pieces.add(new Tuple2<>(range, having(part, rows, ranges.first(range), ranges.first(range + 1))));
        }
        return pieces;
    }

    /** The whole rows that have one of the items {@code from … to − 1}. */
    private static Rows having(int part, Interactions rows, int from, int to) {
        int[] offsets = new int[rows.userCount() + 1];
        int[] columns = new int[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.userCount(); row++) {
            if (hasOneOf(rows, row, from, to)) {
                int at = offsets[count];
                for (int place = rows.start(row); place < rows.start(row + 1); place++) {
                    columns[at++] = rows.item(place);
                }
                offsets[++count] = at;
            }
        }
        return new Rows(part, Arrays.copyOf(offsets, count + 1), Arrays.copyOf(columns, offsets[count]), new float[0]);
    }

    private static boolean hasOneOf(Interactions rows, int row, int from, int to) {
        for (int place = rows.start(row); place < rows.start(row + 1) && rows.item(place) < to; place++) {
            if (rows.item(place) >= from) {
                return true;
            }
        }
        return false;
    }
}
