package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.compute.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code lists}: train and test files with a line {@code user item item …} a user. All items of both files are the catalogue. */
final class ListsFormat {
    private static final int[] NOTHING = {};

    private ListsFormat() {}

    static Dataset read(Options options) {
        Path trainFile = options.file("--train");
        Names users = new Names();
        Names items = new Names();
        Map<Integer, int[]> train = read(trainFile, users, items);
        Map<Integer, int[]> test = read(options.file("--test"), users, items);
        if (items.size() == 0) {
            throw new UsageException("--train: " + trainFile + " holds no items");
        }
        InteractionsBuilder interactions = Interactions.collect(users.size(), items.size());
        train.forEach((user, row) -> {
            for (int item : row) {
                interactions.add(user, item, 1);
            }
        });
        List<int[]> truth = new ArrayList<>();
        for (int user = 0; user < users.size(); user++) {
            truth.add(test.getOrDefault(user, NOTHING));
        }
        return new Dataset(
                trainFile.getFileName().toString(), "given", interactions.build(), truth, options.flag("--repeats"));
    }

    private static Map<Integer, int[]> read(Path file, Names users, Names items) {
        Map<Integer, int[]> rows = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.trim().split("\\s+", -1);
                if (line.isBlank()) {
                    continue;
                }
                int[] row = new int[cells.length - 1];
                for (int n = 0; n < row.length; n++) {
                    row[n] = items.index(cells[n + 1]);
                }
                rows.put(users.index(cells[0]), row);
            }
            return rows;
        } catch (IOException e) {
            throw new UsageException(file + ": can't be read as text: " + e.getMessage());
        }
    }
}
